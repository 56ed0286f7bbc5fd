import type { Session } from 'electron';

type Checker = Pick<
  Session,
  'availableSpellCheckerLanguages' | 'setSpellCheckerLanguages' | 'setSpellCheckerDictionaryDownloadURL'
>;

export interface SpellCheckOptions {
  readonly platform: NodeJS.Platform;
  /** Option `composer.spell-check-dictionaries`: where dictionaries are fetched; empty: nowhere. */
  readonly dictionaries: string;
  /** Languages of the user, the first one first. */
  readonly languages: readonly string[];
}

/**
 * Spell checking of what agents write (UI-5). Left alone, Chromium fetches dictionaries from its maker as soon as a text
 * box is used; a desk calls nobody whom its administrators have not named (SEC-1). macOS has a checker of its own.
 */
export function configureSpellCheck(checker: Checker, { platform, dictionaries, languages }: SpellCheckOptions): void {
  if (platform === 'darwin') return;
  if (dictionaries === '') {
    checker.setSpellCheckerLanguages([]);
    return;
  }
  checker.setSpellCheckerDictionaryDownloadURL(dictionaries);
  checker.setSpellCheckerLanguages(known(languages, checker.availableSpellCheckerLanguages));
}

/** The wanted languages that have a dictionary, as it is named; `de-AT` is content with `de`. */
function known(wanted: readonly string[], available: readonly string[]): string[] {
  const found = wanted.flatMap((tag) => {
    const language = tag.split('-')[0] ?? tag;
    return available.find((name) => name === tag) ?? available.find((name) => name === language) ?? [];
  });
  return [...new Set(found)];
}
