import { describe, expect, it } from 'vitest';
import { formatLocale } from './format-locale.ts';
import { chooseLanguage } from './languages.ts';

describe('chooseLanguage', () => {
  it('takes the language of the option', () => {
    expect(chooseLanguage('de', ['en'])).toBe('de');
    expect(chooseLanguage('de-AT', ['en'])).toBe('de');
  });

  it('follows the system in its order', () => {
    expect(chooseLanguage('system', ['fr-FR', 'de-CH', 'en'])).toBe('de');
  });

  it('follows the system for a language without a catalogue, then English', () => {
    expect(chooseLanguage('pt-BR', ['de'])).toBe('de');
    expect(chooseLanguage('pt-BR', ['fr'])).toBe('en');
    expect(chooseLanguage('', [])).toBe('en');
  });
});

describe('formatLocale', () => {
  it("is the system's flavour of the page's language", () => {
    expect(formatLocale('en', ['de-DE', 'en-GB'])).toBe('en-GB');
  });

  it('is the language itself when the system has none of it', () => {
    expect(formatLocale('de', ['en-GB'])).toBe('de');
  });
});
