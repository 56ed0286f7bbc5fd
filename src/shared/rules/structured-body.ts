import type { Message } from '../domain/message.ts';
import type { OutboundContent } from '../domain/outbound.ts';
import type { BodyButton, BodyHeader, StructuredBody } from '../domain/structured-body.ts';
import type { Template, TemplateButton } from '../domain/template.ts';
import { addressEnd, fillText } from './template-text.ts';

type Content<K extends OutboundContent['kind']> = Extract<OutboundContent, { kind: K }>;

/** What a quick reply of a template sends back, by its place among the buttons. */
export function quickReplyId(index: number): string {
  return `button-${index}`;
}

/** A notification as the customer sees it; what is not filled in stands as its parameter, `{{1}}` (UI-7). */
export function notificationBody(template: Template, fill: Content<'template'>['fill']): StructuredBody {
  return {
    type: 'structured',
    template: { name: template.name, language: template.language, fill },
    header: notificationHeader(template, fill),
    body: fillText(template.body.text, fill.body),
    footer: template.footer,
    buttons: template.buttons.map((button, index) => notificationButton(button, index, fill.buttons[index] ?? '')),
    list: null,
  };
}

function notificationHeader({ header }: Template, fill: Content<'template'>['fill']): BodyHeader | null {
  if (header === null) return null;
  if (header.format === 'text') return { format: 'text', text: fillText(header.text, fill.header) };
  return { format: header.format, file: fill.file };
}

function notificationButton(button: TemplateButton, index: number, value: string): BodyButton {
  switch (button.type) {
    case 'quick-reply':
      return { type: 'reply', id: quickReplyId(index), title: button.title };
    case 'url':
      return {
        type: 'url',
        title: button.title,
        url: button.hasParameter ? fillText(button.url, { 1: addressEnd(value) }) : button.url,
      };
    case 'call':
      return { type: 'call', title: button.title, phoneNumber: button.phoneNumber };
    case 'copy-code':
      return { type: 'copy-code', title: button.title, code: value };
  }
}

/** Reply buttons, a list or a link as the customer sees it. */
export function interactiveBody({ interactive }: Content<'interactive'>): StructuredBody {
  const { header, body, footer } = interactive;
  const shared = { type: 'structured', template: null, header, body, footer } as const;
  switch (interactive.type) {
    case 'buttons':
      return { ...shared, buttons: interactive.buttons.map((button) => ({ type: 'reply', ...button })), list: null };
    case 'list':
      return { ...shared, buttons: [], list: { button: interactive.button, sections: interactive.sections } };
    case 'url':
      return { ...shared, buttons: [{ type: 'url', title: interactive.title, url: interactive.url }], list: null };
  }
}

/** Reply buttons, a list or a link again from what was drawn of it; undefined for what is none of them. */
export function interactiveIn({ template, header, body, footer, buttons, list }: StructuredBody) {
  const head = header && interactiveHeader(header);
  if (template || head === undefined) return undefined;
  const shared = { header: head, body, footer } as const;
  if (list) return { type: 'list', ...shared, button: list.button, sections: list.sections } as const;
  const [first] = buttons;
  if (first?.type === 'url') return { type: 'url', ...shared, title: first.title, url: first.url } as const;
  const replies = buttons.flatMap((button) =>
    button.type === 'reply' ? [{ id: button.id, title: button.title }] : [],
  );
  return replies.length > 0 ? ({ type: 'buttons', ...shared, buttons: replies } as const) : undefined;
}

function interactiveHeader(header: BodyHeader) {
  if (header.format === 'text') return header;
  return header.file ? { ...header, file: header.file } : undefined;
}

/** What is drawn of a message to be sent; null for kinds that are text or file, undefined while its template is not known. */
export function structuredBodyOf(
  content: OutboundContent,
  template: Template | undefined,
): StructuredBody | null | undefined {
  if (content.kind === 'interactive') return interactiveBody(content);
  if (content.kind !== 'template') return null;
  return template && notificationBody(template, content.fill);
}

type Interactive = NonNullable<Message['interactive']>;

/** The structure a message was sent with, as `sentMessage` put it there; null for a message without one. */
export function structureIn({ interactive }: Pick<Message, 'interactive'>): StructuredBody | null {
  return interactive && isStructured(interactive) ? interactive : null;
}

function isStructured(interactive: Interactive): interactive is Interactive & StructuredBody {
  return interactive.type === 'structured';
}
