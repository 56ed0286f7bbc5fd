import type { Template, TemplateButton, TemplateHeader, TemplateText } from '#shared/domain/template.ts';
import { parametersOf } from '#shared/rules/template-text.ts';
import { bodyText, type LooseObject, listOf, memberOf, objectsIn, textOf } from './loose.ts';

export type TemplateParts = Pick<Template, 'header' | 'body' | 'footer' | 'buttons' | 'unknownParts'>;

const MEDIA: Readonly<Record<string, 'image' | 'video' | 'document'>> = {
  IMAGE: 'image',
  VIDEO: 'video',
  DOCUMENT: 'document',
};

/** The components of a template (section 9.2). A kind that has no place of its own is named among the unknown parts. */
export function readComponents(components: readonly LooseObject[]): TemplateParts {
  const unknownParts: string[] = [];
  let header: TemplateHeader | null = null;
  let body: TemplateText = { text: '', parameters: [], examples: {} };
  let footer: string | null = null;
  let buttons: readonly TemplateButton[] = [];
  for (const component of components) {
    const kind = wordOf(component, 'type') ?? 'UNKNOWN';
    if (kind === 'HEADER') {
      header = readHeader(component) ?? null;
      if (!header) unknownParts.push(`HEADER ${wordOf(component, 'format') ?? 'UNKNOWN'}`);
    } else if (kind === 'BODY') body = readText(component, 'body_text');
    else if (kind === 'FOOTER') footer = bodyText.parse(component.text) || null;
    else if (kind === 'BUTTONS') buttons = readButtons(component, unknownParts);
    else unknownParts.push(kind);
  }
  return { header, body, footer, buttons: [...buttons], unknownParts: [...new Set(unknownParts)] };
}

function wordOf(value: LooseObject, key: string): string | undefined {
  return textOf(value, key)?.trim().toUpperCase();
}

function readHeader(component: LooseObject): TemplateHeader | undefined {
  const format = wordOf(component, 'format') ?? 'TEXT';
  if (format === 'TEXT') return { format: 'text', ...readText(component, 'header_text') };
  const media = MEDIA[format];
  if (!media) return undefined;
  // Handles of an upload are no addresses; what the provider shows of an approved one is.
  const exampleUrl = listOf(memberOf(component, 'example')?.header_handle).find(
    (handle): handle is string => typeof handle === 'string' && handle.startsWith('https://'),
  );
  return exampleUrl === undefined ? { format: media } : { format: media, exampleUrl };
}

function readText(component: LooseObject, member: 'body_text' | 'header_text'): TemplateText {
  const text = bodyText.parse(component.text) ?? '';
  const parameters = inOrder(parametersOf(text));
  return { text, parameters: [...parameters], examples: readExamples(component, member, parameters) };
}

/** Numbers are sent in their order, wherever they stand in a translation. */
function inOrder(parameters: readonly string[]): readonly string[] {
  return isPositional(parameters) ? parameters.toSorted((a, b) => Number(a) - Number(b)) : parameters;
}

/** True when all names are numbers. */
export function isPositional(parameters: readonly string[]): boolean {
  return parameters.every((name) => /^\d+$/.test(name));
}

function readExamples(component: LooseObject, member: string, parameters: readonly string[]): Record<string, string> {
  const example = memberOf(component, 'example');
  const named = objectsIn(example?.[`${member}_named_params`]).flatMap((one) => {
    const [name, value] = [textOf(one, 'param_name'), textOf(one, 'example')];
    return name !== undefined && value !== undefined ? [[name, value] as const] : [];
  });
  const [first] = listOf(example?.[member]);
  // `body_text` is a list of rows, one for each variant; `header_text` a plain list.
  const row = Array.isArray(first) ? first : listOf(example?.[member]);
  const positional = parameters.flatMap((name, index) =>
    typeof row[index] === 'string' ? [[name, row[index]] as const] : [],
  );
  return Object.fromEntries([...positional, ...named]);
}

function readButtons(component: LooseObject, unknownParts: string[]): readonly TemplateButton[] {
  return objectsIn(component.buttons).flatMap((button) => {
    const known = readButton(button);
    if (!known) unknownParts.push(wordOf(button, 'type') ?? 'UNKNOWN');
    return known ?? [];
  });
}

/** The button; undefined for a kind that cannot be sent from here. */
function readButton(button: LooseObject): TemplateButton | undefined {
  const title = textOf(button, 'text') ?? '';
  const example = [listOf(button.example)[0], button.example].find((one) => typeof one === 'string') ?? '';
  switch (wordOf(button, 'type')) {
    case 'QUICK_REPLY':
      return { type: 'quick-reply', title };
    case 'URL': {
      const url = textOf(button, 'url') ?? '';
      return { type: 'url', title, url, hasParameter: parametersOf(url).length > 0, example };
    }
    case 'PHONE_NUMBER':
      return { type: 'call', title, phoneNumber: textOf(button, 'phone_number') ?? '' };
    case 'COPY_CODE':
      return { type: 'copy-code', title: title || 'Copy offer code', example };
    default:
      return undefined;
  }
}
