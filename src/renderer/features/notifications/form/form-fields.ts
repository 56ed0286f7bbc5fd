import type { FileSource } from '#shared/domain/file-source.ts';
import type { MediaFormat, Template, TemplateButton } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';

/** A text to fill in; `path` is where the send gate puts its findings. */
export interface TextFormField {
  readonly kind: 'text';
  readonly path: string;
  readonly part: 'header' | 'body' | 'button';
  /** Key in its part of the fill. */
  readonly key: string;
  /** Parameter number, parameter name, or the button's title. */
  readonly name: string;
  readonly example: string;
  /** Of a button: what is filled in, and for a link the address it is the end of. */
  readonly button?: { readonly type: 'url' | 'copy-code'; readonly url: string };
}

/** The header's file. */
export interface FileFormField {
  readonly kind: 'file';
  readonly path: 'fill.file';
  readonly format: MediaFormat;
}

export type FormField = TextFormField | FileFormField;

export const emptyFill: TemplateFill = { header: {}, file: null, body: {}, buttons: {} };

/** What is to be filled in, in the order in which it stands in the message (UI-7). */
export function fieldsOf({ header, body, buttons }: Template): readonly FormField[] {
  return [...headerFields(header), ...textFields('body', body), ...buttons.flatMap(buttonFields)];
}

function headerFields(header: Template['header']): readonly FormField[] {
  if (header === null) return [];
  if (header.format === 'text') return textFields('header', header);
  return [{ kind: 'file', path: 'fill.file', format: header.format }];
}

function textFields(
  part: 'header' | 'body',
  { parameters, examples }: { readonly parameters: readonly string[]; readonly examples: Template['body']['examples'] },
): readonly TextFormField[] {
  return parameters.map((name) => ({
    kind: 'text',
    path: `fill.${part}.${name}`,
    part,
    key: name,
    name,
    example: examples[name] ?? '',
  }));
}

function buttonFields(button: TemplateButton, index: number): readonly TextFormField[] {
  const key = String(index);
  const shared = { kind: 'text', path: `fill.buttons.${key}`, part: 'button', key, name: button.title } as const;
  if (button.type === 'copy-code') {
    return [{ ...shared, example: button.example, button: { type: 'copy-code', url: '' } }];
  }
  if (button.type !== 'url' || !button.hasParameter) return [];
  const url = button.url.replace(/\{\{[^{}]*\}\}$/, '');
  // Submitted with a whole address as example; only its end is filled in.
  const example = button.example.startsWith(url) ? button.example.slice(url.length) : button.example;
  return [{ ...shared, example, button: { type: 'url', url } }];
}

export function textOf(fill: TemplateFill, { part, key }: TextFormField): string {
  const values = part === 'button' ? fill.buttons : fill[part];
  return values[key] ?? '';
}

export function withText(fill: TemplateFill, { part, key }: TextFormField, text: string): TemplateFill {
  switch (part) {
    case 'header':
      return { ...fill, header: { ...fill.header, [key]: text } };
    case 'body':
      return { ...fill, body: { ...fill.body, [key]: text } };
    case 'button':
      return { ...fill, buttons: { ...fill.buttons, [key]: text } };
  }
}

/** A file the provider fetches from an address; null for no address. Its name is the end of the address's path. */
export function linkedFile(url: string): FileSource | null {
  const trimmed = url.trim();
  if (trimmed === '') return null;
  const path = URL.canParse(trimmed) ? new URL(trimmed).pathname : '';
  const end = path.slice(path.lastIndexOf('/') + 1);
  return { from: 'link', url: trimmed, name: decoded(end).slice(0, 255) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What would go out holds only what the template has: a value for a field that is gone would be refused. */
export function fillFor(template: Template, fill: TemplateFill): TemplateFill {
  const kept = { ...emptyFill, file: template.header && template.header.format !== 'text' ? fill.file : null };
  return fieldsOf(template).reduce<TemplateFill>(
    (filled, field) => (field.kind === 'file' ? filled : withText(filled, field, textOf(fill, field))),
    kept,
  );
}
