import { assertNever } from '#shared/assert.ts';
import type { InteractiveContent, OutboundContent } from '#shared/domain/outbound.ts';
import type { Template, TemplateButton } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';
import { quotedBy } from '#shared/rules/quoted-by.ts';
import { quickReplyId } from '#shared/rules/structured-body.ts';
import { addressEnd } from '#shared/rules/template-text.ts';
import type { MediaHandle, OutboundRequest } from '../driver.ts';

type Json = Record<string, unknown>;

/** The request's body. `to` with plus and digits: without the plus the business's country code could go in front. */
export function payloadOf(request: OutboundRequest): Json {
  const { messageId, recipient, content } = request;
  const to = recipient.type === 'number' ? { to: `+${recipient.digits}` } : { recipient: recipient.id };
  const quoted = quotedBy(content);
  const context = quoted === undefined ? {} : { context: { message_id: quoted } };
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...to,
    ...context,
    ...contentPayload(request),
    biz_opaque_callback_data: messageId,
  };
}

function contentPayload({ content, targetProviderId, template, media }: OutboundRequest): Json {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: content.previewUrl ?? false } };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: targetProviderId, emoji: content.emoji } };
    case 'template':
      if (!template) throw new Error(`The template ${content.template.name} was not given along`);
      return { type: 'template', template: templatePayload(template, content.fill, media) };
    case 'interactive':
      return { type: 'interactive', interactive: interactivePayload(content.interactive, media) };
    case 'file':
      return filePayload(content, media);
    default:
      return assertNever(content);
  }
}

/** Section 9.3: a component is named only where it has something to fill in. */
export function templatePayload(template: Template, fill: TemplateFill, media: MediaHandle | undefined): Json {
  const { name, language, header, body, buttons, parameterFormat } = template;
  const isNamed = parameterFormat === 'named';
  const texts = (names: readonly string[], values: Readonly<Record<string, string>>) =>
    names.map((one) => ({ type: 'text', ...(isNamed ? { parameter_name: one } : {}), text: values[one] ?? '' }));
  const components = [
    ...(header?.format === 'text' ? component('header', texts(header.parameters, fill.header)) : []),
    ...(header && header.format !== 'text' ? component('header', [mediaParameter(header.format, media)]) : []),
    ...component('body', texts(body.parameters, fill.body)),
    ...buttons.flatMap((button, index) => buttonComponent(button, index, fill.buttons[index] ?? '')),
  ];
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}

function component(type: 'header' | 'body', parameters: readonly Json[]): readonly Json[] {
  return parameters.length > 0 ? [{ type, parameters }] : [];
}

function buttonComponent(button: TemplateButton, index: number, value: string): readonly Json[] {
  const of = (subType: string, parameter: Json) => [
    { type: 'button', sub_type: subType, index: String(index), parameters: [parameter] },
  ];
  switch (button.type) {
    case 'quick-reply':
      return of('quick_reply', { type: 'payload', payload: quickReplyId(index) });
    case 'url':
      return button.hasParameter ? of('url', { type: 'text', text: addressEnd(value) }) : [];
    case 'copy-code':
      return of('copy_code', { type: 'coupon_code', coupon_code: value });
    case 'call':
      return [];
    default:
      return assertNever(button);
  }
}

function mediaParameter(format: 'image' | 'video' | 'document', media: MediaHandle | undefined): Json {
  if (!media) throw new Error(`The ${format} of the header was not given along`);
  return { type: format, [format]: mediaObject(format, media) };
}

function mediaObject(format: string, { handle, fileName }: MediaHandle): Json {
  return { ...handle, ...(format === 'document' ? { filename: fileName } : {}) };
}

/** Section 6. */
export function interactivePayload(content: InteractiveContent, media: MediaHandle | undefined): Json {
  const { header, body, footer } = content;
  return {
    type: content.type === 'buttons' ? 'button' : content.type === 'list' ? 'list' : 'cta_url',
    ...(header?.format === 'text' ? { header: { type: 'text', text: header.text } } : {}),
    ...(header && header.format !== 'text' ? { header: mediaParameter(header.format, media) } : {}),
    body: { text: body },
    ...(footer === null ? {} : { footer: { text: footer } }),
    action: actionOf(content),
  };
}

function actionOf(content: InteractiveContent): Json {
  switch (content.type) {
    case 'buttons':
      return { buttons: content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) };
    case 'list':
      return {
        button: content.button,
        // A title is needed, and allowed, only to tell several sections apart.
        sections: content.sections.map(({ title, rows }) => ({ ...(title === '' ? {} : { title }), rows })),
      };
    case 'url':
      return { name: 'cta_url', parameters: { display_text: content.title, url: content.url } };
    default:
      return assertNever(content);
  }
}

type FileContent = Extract<OutboundContent, { kind: 'file' }>;

function filePayload({ mediaKind: kind, caption }: FileContent, media: MediaHandle | undefined): Json {
  if (!media) throw new Error('The file was not given along');
  const words = caption !== undefined && kind !== 'audio' && kind !== 'sticker' ? { caption } : {};
  return { type: kind, [kind]: { ...mediaObject(kind, media), ...words } };
}
