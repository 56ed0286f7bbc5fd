import { expect, it } from 'vitest';
import { offerEnd } from './offer-end.ts';

it.each([
  ['the preview’s time is shorter', 10, 11_000],
  ['both are the same', 30, 31_000],
  ['the server’s deadline is shorter', 60, 31_000],
  ['the option is unknown', Number.NaN, 31_000],
])('%s', (_case, timeout, end) => expect(offerEnd({ offeredAt: 1_000, deadline: 31_000 }, timeout)).toBe(end));
