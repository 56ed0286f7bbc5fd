import type { Template, TemplateButton, TemplateKey } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { parametersOf } from '#shared/rules/template-text.ts';

type DraftText = TemplateDraft['body'];

/** An empty template of a channel. */
export function newDraft(channel: string, language: string): TemplateDraft {
  const body = { text: '', examples: {} };
  return { channel, name: '', language, category: 'utility', header: null, body, footer: null, buttons: [] };
}

/** A template as an administrator changes it: its whole content. */
export function draftOf(template: Template): TemplateDraft {
  const { channel, name, language, category, header, body, footer, buttons } = template;
  return {
    channel,
    name,
    language,
    category,
    header: header?.format === 'text' ? { text: header.text, examples: header.examples } : null,
    body: { text: body.text, examples: body.examples },
    footer,
    buttons,
  };
}

/** The provider takes changes of nothing else (31-cloud-api section 9.1). */
const CHANGEABLE: readonly Template['status'][] = ['approved', 'rejected', 'paused'];

/** What keeps a template from being changed here: where it stands, or parts that this version cannot hand in. */
export function fixedBecause(
  template: Template,
): 'pending' | 'disabled' | 'status' | 'file' | 'code' | 'parts' | undefined {
  const { status } = template;
  if (!CHANGEABLE.includes(status)) return status === 'pending' || status === 'disabled' ? status : 'status';
  if (template.category === 'authentication') return 'code';
  if (template.unknownParts.length > 0) return 'parts';
  return template.header && template.header.format !== 'text' ? 'file' : undefined;
}

/** Other words; examples of parameters that are gone stay, for when they come back. */
export function withWords(text: DraftText, words: string): DraftText {
  return { ...text, text: words };
}

export function withExample(text: DraftText, name: string, example: string): DraftText {
  return { ...text, examples: { ...text.examples, [name]: example } };
}

/** The text with the next parameter at `place`: a number, unless the text goes by names. */
export function withParameter({ text, examples }: DraftText, place: number): { text: DraftText; end: number } {
  const numbers = parametersOf(text)
    .map(Number)
    .filter((number) => Number.isInteger(number));
  const parameter = `{{${Math.max(0, ...numbers) + 1}}}`;
  return {
    text: { text: text.slice(0, place) + parameter + text.slice(place), examples },
    end: place + parameter.length,
  };
}

export function newButton(type: TemplateButton['type']): TemplateButton {
  switch (type) {
    case 'quick-reply':
      return { type, title: '' };
    case 'url':
      return { type, title: '', url: 'https://', hasParameter: false, example: '' };
    case 'call':
      return { type, title: '', phoneNumber: '' };
    case 'copy-code':
      return { type, title: '', example: '' };
  }
}

/** The button with another address; whether that has a parameter is read from it. */
export function withUrl(button: Extract<TemplateButton, { type: 'url' }>, url: string): TemplateButton {
  return { ...button, url, hasParameter: parametersOf(url).length > 0 };
}

/** What is handed in: examples of parameters there are, nothing empty where nothing may be. */
export function handedIn(draft: TemplateDraft): TemplateDraft {
  const { header, body, footer } = draft;
  return {
    ...draft,
    header: header && header.text !== '' ? used(header) : null,
    body: used(body),
    footer: footer === '' ? null : footer,
  };
}

function used({ text, examples }: DraftText): DraftText {
  const kept = parametersOf(text).map((name) => [name, examples[name] ?? ''] as const);
  return { text, examples: Object.fromEntries(kept) };
}

/** The template as the draft would make it, and its examples as what an agent fills in: for the preview. */
export function asTemplate(draft: TemplateDraft): { readonly template: Template; readonly fill: TemplateFill } {
  const { header, body, buttons } = draft;
  const text = (of: DraftText) => ({ ...of, parameters: [...parametersOf(of.text)] });
  const template: Template = {
    ...draft,
    id: '',
    status: 'pending',
    reason: null,
    quality: 'unknown',
    parameterFormat: parametersOf(body.text).some((name) => !/^\d+$/.test(name)) ? 'named' : 'positional',
    header: header && { format: 'text', ...text(header) },
    body: text(body),
    unknownParts: [],
  };
  const values = buttons.map((button, index) => [String(index), buttonExample(button)] as const);
  const fill = { header: header?.examples ?? {}, file: null, body: body.examples, buttons: Object.fromEntries(values) };
  return { template, fill };
}

/** Given whole for an address; only its end is filled in. */
function buttonExample(button: TemplateButton): string {
  if (button.type === 'copy-code') return button.example;
  if (button.type !== 'url') return '';
  const start = button.url.replace(/\{\{[^{}]*\}\}$/, '');
  return button.example.startsWith(start) ? button.example.slice(start.length) : button.example;
}

/** The name is given already: a name has one template in each language. */
export function isTaken({ name, language }: TemplateKey, templates: readonly Template[]): boolean {
  return templates.some((one) => one.name === name && one.language === language);
}

/** By name and language. */
export function inOrder(templates: readonly Template[]): readonly Template[] {
  return templates.toSorted((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}

/** The one that takes a template's place in the list once it is gone; undefined for the last there is. */
export function successor(templates: readonly Template[], id: string): Template | undefined {
  const order = inOrder(templates);
  const at = order.findIndex((one) => one.id === id);
  return order[at + 1] ?? order[at - 1];
}
