import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { Template, TemplateKey } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';
import { type FieldFacts, fieldCodes, resolveFields } from '#shared/rules/field-codes.ts';
import { emptyFill, fieldsOf, textOf, withText } from './form-fields.ts';

/**
 * The values a notification begins with (UI-7): those of `source` with their field codes filled in, else what a
 * parameter's own name says: `first_name` is the contact's first name.
 */
export function prefilled(template: Template, source: TemplateFill | null, facts: FieldFacts): TemplateFill {
  const start = { ...emptyFill, file: source?.file ?? null };
  return fieldsOf(template).reduce<TemplateFill>((fill, field) => {
    if (field.kind === 'file') return fill;
    const text = source ? textOf(source, field) : '';
    return withText(fill, field, text === '' ? meantBy(field.name, facts) : resolveFields(text, facts).text);
  }, start);
}

/** What an administrator has laid down for the template in the library; null when there is none, or more than one. */
export function libraryFill(key: TemplateKey, responses: readonly StandardResponse[]): TemplateFill | null {
  const fills = responses.flatMap(({ structure }) =>
    structure?.type === 'notification' &&
    structure.template.name === key.name &&
    structure.template.language === key.language
      ? [structure.fill]
      : [],
  );
  return fills.length === 1 ? (fills[0] ?? null) : null;
}

/** Words in front of a parameter's name that say whose it is. */
const OWNERS: Readonly<Record<string, string>> = {
  contact: 'Contact',
  customer: 'Contact',
  client: 'Contact',
  agent: 'Agent',
  interaction: 'Interaction',
};

function meantBy(name: string, facts: FieldFacts): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const owner = OWNERS[first];
  const field = (owner === undefined ? words : rest).join('');
  if (field === '') return '';
  for (const code of codesFor(owner ?? 'Contact', field, facts)) {
    const { text, unresolved } = resolveFields(code, facts);
    if (unresolved.length === 0) return text;
  }
  return '';
}

function codesFor(owner: string, field: string, { interaction }: FieldFacts): readonly string[] {
  const isMeant = (code: string) => {
    const [object = '', name = ''] = code.slice(1, -1).split('.');
    return object === owner && plain(name) === field;
  };
  const name = owner !== 'Interaction' && field === 'name' ? [`$${owner}.FullName$`, `$${owner}.DisplayName$`] : [];
  const attached = Object.keys(interaction?.attachedData ?? {}).filter((key) => plain(key) === field);
  return [...name, ...fieldCodes.filter(isMeant), ...attached.map((key) => `$AttachedData.${key}$`)];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
