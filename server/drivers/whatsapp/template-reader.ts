import { type Template, templateSchema } from '#shared/domain/template.ts';
import type { TemplateUpdate } from '../driver.ts';
import { defined, memberOf, objectOf, objectsIn, textOf } from './loose.ts';
import { isPositional, readComponents, type TemplateParts } from './template-components.ts';
import {
  categoryOfWord,
  knownCategory,
  languageCode,
  qualityOfWord,
  reasonOfWord,
  statusOfEvent,
  statusOfWord,
} from './template-words.ts';

/** A template as the provider lists it (section 9.1); undefined for what is none, so that it hides no other. */
export function readTemplate(raw: unknown, channel: string): Template | undefined {
  const value = objectOf(raw);
  if (!value) return undefined;
  const status = textOf(value, 'status')?.toUpperCase();
  const parts = readComponents(objectsIn(value.components));
  const quality = textOf(memberOf(value, 'quality_score'), 'score') ?? textOf(value, 'quality_score');
  const template = templateSchema.safeParse({
    id: textOf(value, 'id'),
    channel,
    name: textOf(value, 'name'),
    language: languageCode(textOf(value, 'language') ?? ''),
    category: categoryOfWord(textOf(value, 'category')?.toUpperCase()),
    status: statusOfWord(status),
    reason: reasonOfWord(textOf(value, 'rejected_reason')) ?? (statusOfEvent(status) ? null : (status ?? null)),
    quality: qualityOfWord(quality?.toUpperCase()),
    parameterFormat: formatOf(textOf(value, 'parameter_format'), parts),
    ...parts,
  });
  return template.success ? template.data : undefined;
}

function formatOf(word: string | undefined, { header, body }: TemplateParts): Template['parameterFormat'] {
  const said = word?.toLowerCase();
  if (said === 'named' || said === 'positional') return said;
  const names = [...body.parameters, ...(header?.format === 'text' ? header.parameters : [])];
  return isPositional(names) ? 'positional' : 'named';
}

/** Webhooks about templates (section 14). */
const FIELDS: readonly string[] = [
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
];

/** What a webhook's value says of a template; undefined when it is about something else. */
export function readTemplateUpdate(
  account: string | undefined,
  field: string,
  raw: unknown,
): TemplateUpdate | undefined {
  const value = objectOf(raw);
  if (!value || !FIELDS.includes(field)) return undefined;
  const language = textOf(value, 'message_template_language');
  const word = (key: string) => textOf(value, key)?.toUpperCase();
  const status = statusOfEvent(word('event'));
  const quality = word('new_quality_score');
  const reason = reasonOfWord(textOf(value, 'reason')) ?? textOf(memberOf(value, 'other_info'), 'title') ?? null;
  return {
    account,
    id: textOf(value, 'message_template_id'),
    name: textOf(value, 'message_template_name'),
    language: language === undefined ? undefined : languageCode(language),
    change: {
      ...defined({ status, category: knownCategory(word('new_category')) }),
      ...(status === undefined ? {} : { reason: status === 'approved' ? null : reason }),
      ...(quality === undefined ? {} : { quality: qualityOfWord(quality) }),
    },
  };
}
