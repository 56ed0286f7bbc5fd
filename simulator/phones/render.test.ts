import { describe, expect, it } from 'vitest';
import { renderMessage } from './render.ts';

describe('what a phone shows', () => {
  it.each([
    ['text', { text: { body: 'Hi 😀' } }, 'Hi 😀'],
    ['image', { image: { id: '1', caption: 'Look' } }, 'Look'],
    ['document', { document: { filename: 'a.pdf', caption: 'The bill' } }, 'a.pdf\nThe bill'],
    ['location', { location: { latitude: 0, longitude: -83.1, name: 'Shop' } }, 'Shop\n0, -83.1'],
    ['contacts', { contacts: [{ name: { formatted_name: 'Baloo' }, phones: [{ phone: '+1 614' }] }] }, 'Baloo +1 614'],
    ['reaction', { reaction: { message_id: 'x', emoji: '👍' } }, '👍'],
    [
      'interactive',
      {
        interactive: {
          type: 'button',
          header: { type: 'text', text: 'Order' },
          body: { text: 'Shall we send it?' },
          footer: { text: 'Jungle' },
          action: { buttons: [{ reply: { id: 'y', title: 'Yes' } }, { reply: { id: 'n', title: 'No' } }] },
        },
      },
      'Order\nShall we send it?\nJungle\n[Yes]\n[No]',
    ],
    [
      'interactive',
      {
        interactive: {
          type: 'list',
          body: { text: 'Pick' },
          action: { button: 'See all', sections: [{ title: 'Days', rows: [{ id: '1', title: 'Monday' }] }] },
        },
      },
      'Pick\n[See all]\nDays\n- Monday',
    ],
    ['interactive', { interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } } }, 'Yes'],
    ['unsupported', { errors: [{ code: 131051, title: 'Unsupported message type' }] }, 'Unsupported message type'],
  ])('%s', (kind, content, shown) => {
    expect(renderMessage(kind, content)).toBe(shown);
  });
});
