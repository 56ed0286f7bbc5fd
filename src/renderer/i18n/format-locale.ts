/**
 * The locale for dates and numbers: the system's own flavour of the page's language (24-hour clock, order of a date),
 * else the language itself.
 */
export function formatLocale(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}
