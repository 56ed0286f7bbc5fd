import { describe, expect, it } from 'vitest';
import german from '../texts/errors.de.json' with { type: 'json' };
import dictionary from './errors.json' with { type: 'json' };
import { allErrors, lookUpError } from './errors.ts';

/** Every code of section 17 of the Cloud API facts, and the edges of its ranges. */
const documented = `
  0 1 2 3 4 10 33 100 104 190 200 299 368 470 80007 130403 130429 130472 130497 131000 131005 131008 131009 131016
  131020 131021 131026 131030 131031 131037 131041 131042 131045 131047 131048 131049 131050 131051 131052 131053
  131055 131056 131057 131059 131060 131062 131063 131064 131201 131208 131215 132000 132001 132005 132007 132012
  132015 132016 132018 132068 132069 133000 133004 133005 133006 133008 133009 133010 133015 133016 134011 134100
  134101 134102 135000 136024 136025 137000 147005 2593107 2593108 2388019 2388024 2388039 2388040 2388047 2388060
  2388072 2388073 2388091 2388093 2388293 2388299 200005 200006 200007`;

describe('lookUpError', () => {
  it.each(documented.trim().split(/\s+/))('knows %s', (code) => {
    const entry = lookUpError(code);
    // What happened, and what to do about it.
    expect(entry?.sentence).toMatch(/^[A-Z].+\. ?.+\.$/);
  });

  it.each(['199', '300', '131200', '131216', '131999', '', 'x', '-1', '1e2', ' 100', '00100', '__proto__'])(
    'does not pretend to know %j',
    (code) => expect(lookUpError(code)).toBeUndefined(),
  );

  it('offers no retry where the same message would fail again', () => {
    for (const code of ['131047', '131026', '131009', '131050', '132001', '131053']) {
      expect([code, lookUpError(code)?.canRetry]).toEqual([code, false]);
    }
    for (const code of ['131000', '130429', '131056', '2', '131016']) {
      expect([code, lookUpError(code)?.canRetry]).toEqual([code, true]);
    }
  });

  it('tries by itself only what may succeed', () => {
    for (const entry of allErrors()) {
      if (entry.treatment === 'retry') expect([entry.key, entry.canRetry]).toEqual([entry.key, true]);
    }
  });

  it('has every treatment spelt as the program knows it', () => {
    for (const entry of allErrors()) {
      expect(entry.treatment).toBe(dictionary[entry.key as keyof typeof dictionary].treatment);
    }
  });

  it('is translated whole', () => {
    expect(Object.keys(german).sort()).toEqual(
      allErrors()
        .map((entry) => `whatsapp.error.${entry.key}`)
        .sort(),
    );
  });
});
