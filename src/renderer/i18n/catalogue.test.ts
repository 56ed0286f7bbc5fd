import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { languages } from './languages.ts';

const files = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
/** What ships: path and text of each source file of the pages. */
const sources = Object.entries(files).filter(([file]) => !file.includes('.test.'));

const plural = /_(?:zero|one|two|few|many|other)$/;
const base = (key: string): string => key.replace(plural, '');
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? '').sort();

describe('catalogues', () => {
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, de };

  it('have the same keys', () => {
    const keys = (catalogue: object) => [...new Set(Object.keys(catalogue).map(base))].sort();
    for (const catalogue of Object.values(texts)) expect(keys(catalogue)).toEqual(keys(en));
  });

  it('have each plural form their language needs', () => {
    for (const [language, catalogue] of Object.entries(texts)) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const counted = new Set(
        Object.keys(catalogue)
          .filter((key) => plural.test(key))
          .map(base),
      );
      for (const key of counted) {
        for (const form of forms) expect(catalogue, `${language}: ${key}_${form}`).toHaveProperty([`${key}_${form}`]);
      }
    }
  });

  it('have the same values to fill in, and no empty text', () => {
    for (const [language, catalogue] of Object.entries(texts)) {
      for (const [key, text] of Object.entries(catalogue)) {
        expect(text.trim(), `${language}: ${key}`).not.toBe('');
        const english = (en as Readonly<Record<string, string>>)[key];
        if (english !== undefined) expect(placeholders(text), `${language}: ${key}`).toEqual(placeholders(english));
      }
    }
  });

  it('are all offered as languages', () => {
    expect(Object.keys(languages).sort()).toEqual(Object.keys(texts).sort());
  });

  it('speak in the plural of their language', async () => {
    const translator = createInstance();
    const resources = { en: { host: en }, de: { host: de } };
    await translator.init({
      lng: 'de',
      ns: 'host',
      defaultNS: 'host',
      resources,
      keySeparator: false,
      nsSeparator: false,
    });
    expect(translator.t('list.unread', { count: 1 })).toBe('1 ungelesene Nachricht');
    expect(translator.t('list.unread', { count: 2 })).toBe('2 ungelesene Nachrichten');
  });
});

describe('keys in the code', () => {
  const code = sources
    .filter(([file]) => !/^\.\/(?:en|de)\b/.test(file))
    .map(([, text]) => text)
    .join('\n');

  it('are all used: a text nobody shows is a text nobody checks', () => {
    const patterns = [...code.matchAll(/`([a-z-]+(?:\.[a-z-]+)*\.)\$\{[^`]*?\}((?:\.[a-z-]+)*)`/g)].map(
      ([, before = '', after = '']) =>
        new RegExp(`^${before.replaceAll('.', '\\.')}[\\w-]+${after.replaceAll('.', '\\.')}$`),
    );
    const unused = [...new Set(Object.keys(en).map(base))].filter(
      (key) =>
        !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

describe('JSX', () => {
  /** Text between tags, and attributes people read or hear, written in the code. */
  const between = />\s*([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)\s*<\//gu;
  const attribute =
    /\s(?:aria-label|aria-description|title|label|placeholder|alt|hint|text|message)="([^"]*\p{L}[^"]*)"/gu;
  /** Not for people's eyes in the end: names of parts for the log, the start of an address. */
  const allowed = new Set(['main window', 'interaction window', 'preview window', 'conversation', 'https://']);

  function literals(source: string): readonly string[] {
    const found = [...source.matchAll(between), ...source.matchAll(attribute)].map(([, text]) => (text ?? '').trim());
    return found.filter((text) => !allowed.has(text));
  }

  it('holds no text of its own', () => {
    const found = sources
      .filter(([file]) => file.endsWith('.tsx'))
      .flatMap(([file, source]) => literals(source).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  it('would be caught if it did', () => {
    expect(literals('<p>Some words</p>')).toEqual(['Some words']);
    expect(literals('<p>\n  Words <b>bold</b></p>')).toContain('bold');
    expect(literals('<Button aria-label="Press me" />')).toEqual(['Press me']);
    expect(literals("<p>{t('key')}</p>")).toEqual([]);
  });
});
