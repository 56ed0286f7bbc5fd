/** A language such as `en_US` in the page's language; the tag itself when nobody knows it. */
export function languageName(tag: string, pageLanguage: string): string {
  try {
    const names = new Intl.DisplayNames([pageLanguage], { type: 'language', languageDisplay: 'standard' });
    return names.of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}
