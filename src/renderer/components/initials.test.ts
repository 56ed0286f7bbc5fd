import { describe, expect, it } from 'vitest';
import { AVATAR_COLOURS, avatarColour, initialsOf } from './initials.ts';

describe('initialsOf', () => {
  it.each([
    ['Akela Raksha', 'AR'],
    ['Mowgli', 'M'],
    ['kaa', 'K'],
    ['Anna Maria von Beispiel', 'AB'],
    ['مريم الراوي', 'مر'],
    ['李小龙', '李'],
    ['🦊 Ríona Ní Bhriain ✨', 'RB'],
    ['O’Neil-Smith', 'OS'],
    ['+49 30 5550 1188', ''],
    ['🙂', ''],
    ['', ''],
    ['É', 'É'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('avatarColour', () => {
  it('is the same for the same id, and one of the six', () => {
    const colours = Array.from({ length: 200 }, (_, index) => avatarColour(`contact-${index}`));
    expect(avatarColour('contact-7')).toBe(colours[7]);
    expect(new Set(colours)).toEqual(new Set(Array.from({ length: AVATAR_COLOURS }, (_, index) => index + 1)));
  });
});
