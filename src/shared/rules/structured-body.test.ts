import { describe, expect, it } from 'vitest';
import type { InteractiveContent } from '../domain/outbound.ts';
import { interactiveBody, interactiveIn, structureIn } from './structured-body.ts';

const file = { from: 'library', responseId: 'r', name: 'map.jpg' } as const;
const shared = { header: null, body: 'When?', footer: 'Until noon' } as const;
const contents: readonly InteractiveContent[] = [
  { ...shared, type: 'buttons', header: { format: 'image', file }, buttons: [{ id: 'a', title: 'Today' }] },
  {
    ...shared,
    type: 'list',
    header: { format: 'text', text: 'Delivery' },
    button: 'Choose',
    sections: [{ title: 'Days', rows: [{ id: 'a', title: 'Today', description: 'Until six' }] }],
  },
  { ...shared, type: 'url', title: 'Open', url: 'https://jungle.example' },
];

describe('interactiveIn', () => {
  it.each(contents)('gives again what was sent as $type', (interactive) => {
    expect(interactiveIn(interactiveBody({ kind: 'interactive', interactive }))).toEqual(interactive);
  });

  it('finds nothing in a notification, nor where a file or all buttons are missing', () => {
    const [buttons] = contents;
    if (!buttons) throw new Error('There is no sample.');
    const body = interactiveBody({ kind: 'interactive', interactive: buttons });
    expect(interactiveIn({ ...body, template: { name: 'order', language: 'en' } })).toBeUndefined();
    expect(interactiveIn({ ...body, header: { format: 'image', file: null } })).toBeUndefined();
    expect(interactiveIn({ ...body, buttons: [] })).toBeUndefined();
  });
});

describe('structureIn', () => {
  it('is what a message was sent with, and null for what customers send', () => {
    const [interactive] = contents;
    if (!interactive) throw new Error('There is no sample.');
    const body = interactiveBody({ kind: 'interactive', interactive });
    expect(structureIn({ interactive: body })).toBe(body);
    expect(structureIn({ interactive: { type: 'button_reply', id: 'a', title: 'Today' } })).toBeNull();
    expect(structureIn({ interactive: null })).toBeNull();
  });
});
