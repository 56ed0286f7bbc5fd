import { describe, expect, it } from 'vitest';
import { directionOf } from './direction.ts';

describe('directionOf', () => {
  it.each([
    ['Hello مرحبا', 'ltr'],
    ['مرحبا Hello', 'rtl'],
    ['שלום', 'rtl'],
    ['123 👍 مرحبا', 'rtl'],
    ['+1 614', 'ltr'],
    ['', 'ltr'],
    ['\u202eabc', 'ltr'],
    ['你好', 'ltr'],
  ])('%j reads %s', (text, direction) => expect(directionOf(text)).toBe(direction));
});
