import type { StandardResponse } from '#shared/domain/standard-response.ts';

/** Stands for every value in `standard-response.categories` and `standard-response.languages`. */
const ALL = '$All$';

/** The values of `standard-response.categories` and `standard-response.languages`. */
export interface ResponseLimits {
  readonly categories: readonly string[];
  readonly languages: readonly string[];
}

/** The responses the options let agents see: of these categories with all below them, in these languages. */
export function visibleResponses(
  responses: readonly StandardResponse[],
  { categories, languages }: ResponseLimits,
): readonly StandardResponse[] {
  const paths = categories.map(pathOf);
  return responses.filter(
    ({ category, language }) =>
      (categories.includes(ALL) || paths.some((path) => isBelow(pathOf(category), path))) &&
      (language === '' || languages.includes(ALL) || languages.some((wanted) => speaks(language, wanted))),
  );
}

/**
 * One of each response's translations, where one is in the language of the first of `languages` that any is in; all of
 * them where none is. Translations have one id but for the language at its end: `hello.en`, `hello.de`.
 */
export function inPreferredLanguage(
  responses: readonly StandardResponse[],
  languages: readonly string[],
): readonly StandardResponse[] {
  const languageOf = new Map<string, string>();
  for (const wanted of languages) {
    for (const one of responses) {
      if (!languageOf.has(groupOf(one)) && speaks(one.language, wanted)) languageOf.set(groupOf(one), wanted);
    }
  }
  return responses.filter((response) => {
    const wanted = languageOf.get(groupOf(response));
    return wanted === undefined || response.language === '' || speaks(response.language, wanted);
  });
}

function groupOf({ id, language }: StandardResponse): string {
  const ending = `.${language.toLowerCase()}`;
  return language !== '' && id.toLowerCase().endsWith(ending) ? id.slice(0, -ending.length) : id;
}

/** Whether a text in `language` is one in `wanted`; `pt_BR` is one in `pt`. */
function speaks(language: string, wanted: string): boolean {
  const [own, other] = [normal(language), normal(wanted)];
  return own !== '' && (own === other || own.startsWith(`${other}-`) || other.startsWith(`${own}-`));
}

function normal(language: string): string {
  return language.replaceAll('_', '-').toLowerCase();
}

function pathOf(category: string): string {
  return category
    .split('/')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .join('/');
}

function isBelow(path: string, category: string): boolean {
  return path === category || path.startsWith(`${category}/`);
}
