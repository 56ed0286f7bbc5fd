import { describe, expect, it } from 'vitest';
import { findingCodes } from '../rules/finding.ts';
import german from '../texts/de.json' with { type: 'json' };
import english from '../texts/en.json' with { type: 'json' };
import { failureWords } from './failure-words.ts';

const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = { german, english };

describe('why a message did not get through', () => {
  it.each(Object.keys(languages))('is said in %s for all that the send gate refuses, without gaps', (language) => {
    for (const code of findingCodes) {
      const sentence = failureWords(code, (key) => languages[language]?.[key] ?? key)?.sentence ?? '';
      expect(sentence, code).toMatch(/ .*\.$/u);
      expect(sentence, code).not.toMatch(/\{\{/u);
    }
  });

  it.each([
    ['131047', { canRetry: false, instead: 'notification' }],
    ['132015', { canRetry: false, instead: 'notification' }],
    ['131016', { canRetry: true, instead: undefined }],
    ['131026', { canRetry: false, instead: undefined }],
    ['window-closed', { canRetry: true, instead: 'notification' }],
    ['template-not-approved', { canRetry: true, instead: 'notification' }],
    ['text-too-long', { canRetry: false, instead: undefined }],
  ] as const)('leads on: %s', (code, expected) => expect(failureWords(code, (key) => key)).toMatchObject(expected));

  it('is not made up for other codes', () => expect(failureWords('4711', (key) => key)).toBeUndefined());
});
