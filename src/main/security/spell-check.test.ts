import { describe, expect, it } from 'vitest';
import { configureSpellCheck } from './spell-check.ts';

function run(platform: NodeJS.Platform, dictionaries: string, languages: readonly string[] = ['de-AT', 'en-US', 'xx']) {
  const done: unknown[] = [];
  const checker = {
    availableSpellCheckerLanguages: ['de', 'en-US', 'en-GB', 'fr'],
    setSpellCheckerLanguages: (tags: string[]) => done.push(tags),
    setSpellCheckerDictionaryDownloadURL: (url: string) => done.push(url),
  };
  configureSpellCheck(checker, { platform, dictionaries, languages });
  return done;
}

describe('spell checking', () => {
  it('fetches nothing unless an administrator says from where', () => {
    expect(run('linux', '')).toEqual([[]]);
    expect(run('win32', '')).toEqual([[]]);
  });

  it('fetches from there, in the languages that have a dictionary', () => {
    expect(run('win32', 'https://it.example/dictionaries/')).toEqual([
      'https://it.example/dictionaries/',
      ['de', 'en-US'],
    ]);
  });

  it('is left to macOS where that has its own', () => expect(run('darwin', '')).toEqual([]));
});
