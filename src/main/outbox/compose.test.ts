import { describe, expect, it } from 'vitest';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import { compose, contentOf } from './compose.ts';

const shared = { header: null, body: 'When?', footer: null } as const;
const file = { from: 'library', responseId: 'r', name: 'map.jpg' } as const;

function messageOf(content: OutboundContent) {
  const interaction = { id: 'akela', channel: 'jungle' };
  const agent = { name: 'kaa', displayName: 'Kaa Python' };
  return compose({ id: '1', interaction, content, agent, pressedAt: 1, quoted: undefined }).message;
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
  ])('is what was sent: $kind', (content) => expect(contentOf(messageOf(content))).toEqual(content));

  it.each<OutboundContent>([
    { kind: 'file', mediaKind: 'image', file },
    {
      kind: 'template',
      template: { name: 'order', language: 'en' },
      fill: { header: {}, file: null, body: {}, buttons: {} },
    },
  ])('is nothing where the message does not hold all of it: $kind', (content) =>
    expect(contentOf(messageOf(content))).toBeUndefined(),
  );
});
