import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import type { OutboundContent } from '../domain/outbound.ts';
import type { Template } from '../domain/template.ts';
import { contentAgain, sentMessage } from './sent-message.ts';

const shared = { header: null, body: 'When?', footer: null } as const;
const file = { from: 'library', responseId: 'r', name: 'map.jpg' } as const;
const key = { name: 'order', language: 'en' };
const template: Template = {
  id: '1',
  channel: 'jungle',
  ...key,
  parameterFormat: 'positional',
  category: 'utility',
  status: 'approved',
  reason: '',
  quality: 'unknown',
  header: { format: 'image' },
  body: { text: 'Hello {{1}}', parameters: ['1'], examples: {} },
  footer: null,
  buttons: [{ type: 'url', title: 'Open', url: 'https://jungle.example/{{1}}', hasParameter: true, example: 'a' }],
  unknownParts: [],
};

function messageOf(content: OutboundContent): Message {
  const quotedProviderId = 'quotedProviderId' in content ? content.quotedProviderId : undefined;
  return {
    id: '1',
    interactionId: 'akela',
    channel: 'jungle',
    direction: 'out',
    providerId: null,
    originTime: null,
    arrivalTime: 1,
    arrivalOrder: 0,
    status: 'failed',
    error: null,
    sender: { type: 'agent', id: 'kaa', name: 'Kaa' },
    quoted: quotedProviderId === undefined ? null : { providerId: quotedProviderId },
    location: null,
    contacts: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
    ...sentMessage(content, template),
  };
}

describe('what is sent again', () => {
  it.each<OutboundContent>([
    { kind: 'text', text: 'Hello', quotedProviderId: 'wamid.1' },
    { kind: 'interactive', interactive: { ...shared, type: 'buttons', buttons: [{ id: 'button-1', title: 'Yes' }] } },
    {
      kind: 'interactive',
      interactive: {
        ...shared,
        type: 'list',
        button: 'Choose',
        sections: [{ title: '', rows: [{ id: 'row-1', title: 'Today' }] }],
      },
      quotedProviderId: 'wamid.2',
    },
    { kind: 'template', template: key, fill: { header: {}, file, body: { 1: 'Akela' }, buttons: { 0: 'abc' } } },
    { kind: 'file', mediaKind: 'image', file, caption: 'The way' },
    { kind: 'file', mediaKind: 'sticker', file },
  ])('is what was sent: $kind', (content) => expect(contentAgain(messageOf(content))).toEqual(content));

  it('is nothing where the message does not hold all of it', () => {
    const notification = messageOf({
      kind: 'template',
      template: key,
      fill: { header: {}, file, body: { 1: 'Akela' }, buttons: {} },
    });
    expect(
      contentAgain({ ...notification, interactive: { ...notification.interactive, template: key } }),
    ).toBeUndefined();
    expect(contentAgain({ ...notification, interactive: null })).toBeUndefined();
    const picture = messageOf({ kind: 'file', mediaKind: 'image', file });
    expect(contentAgain({ ...picture, attachment: { fileName: 'map.jpg' } })).toBeUndefined();
    expect(contentAgain({ ...picture, kind: 'text', text: '' })).toBeUndefined();
  });
});
