import { de } from './de.ts';
import { en } from './en.ts';

/** The languages pages can be shown in, each with its own name. */
export const languages = {
  en: { name: 'English', texts: en },
  de: { name: 'Deutsch', texts: de },
} as const;
export type Language = keyof typeof languages;

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

/**
 * The catalogue for `gui.language`: a tag such as `de-AT` means its language; `system` and tags without a catalogue
 * follow the languages the system prefers, then English.
 */
export function chooseLanguage(option: string, preferred: readonly string[]): Language {
  const wanted = option === 'system' ? preferred : [option, ...preferred];
  return wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage) ?? 'en';
}
