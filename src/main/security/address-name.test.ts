import { expect, it } from 'vitest';
import { nameUnder } from './address-name.ts';

it.each([
  ['app://replydesk/library/map.png', 'map.png'],
  ['app://replydesk/library/Stra%C3%9Fe%202.png?again', 'Straße 2.png'],
  ['app://replydesk/library/..%2fsecrets.png', undefined],
  ['app://replydesk/library/..%5csecrets.png', undefined],
  ['app://replydesk/library/..', undefined],
  ['app://replydesk/library/%E0%A4%A.png', undefined],
  ['app://replydesk/library/', undefined],
  ['app://replydesk/sounds/map.png', undefined],
  ['app://replydesk.evil/library/map.png', undefined],
])('%s names %s', (address, name) => expect(nameUnder('library', address)).toBe(name));
