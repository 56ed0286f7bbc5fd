import type { Template, TemplateCategory } from '#shared/domain/template.ts';

/** What the list is narrowed to; null for everything. */
export interface TemplateFilter {
  readonly words: string;
  readonly category: TemplateCategory | null;
  readonly language: string | null;
}

export const noFilter: TemplateFilter = { words: '', category: null, language: null };

/** The templates that fit, those that can be sent first, each by name and language. */
export function filtered(
  templates: readonly Template[],
  filter: TemplateFilter,
  hindrance: (template: Template) => string | undefined,
): readonly Template[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hindered = new Set(templates.filter((template) => hindrance(template) !== undefined));
  return templates
    .filter(
      (template) =>
        (filter.category === null || template.category === filter.category) &&
        (filter.language === null || template.language === filter.language) &&
        words.every((word) => textOf(template).includes(word)),
    )
    .sort(
      (a, b) =>
        Number(hindered.has(a)) - Number(hindered.has(b)) ||
        a.name.localeCompare(b.name) ||
        a.language.localeCompare(b.language),
    );
}

/** All that is searched: the name as it is and in words, and every text. */
function textOf({ name, header, body, footer, buttons }: Template): string {
  const title = header?.format === 'text' ? header.text : '';
  const titles = buttons.map((button) => button.title);
  return [name, name.replaceAll('_', ' '), title, body.text, footer ?? '', ...titles].join('\n').toLowerCase();
}

/** The languages there are, in order. */
export function languagesOf(templates: readonly Template[]): readonly string[] {
  return [...new Set(templates.map(({ language }) => language))].sort();
}

/** What tells a template from all others of its channel. */
export function templateKey({ name, language }: Pick<Template, 'name' | 'language'>): string {
  return `${name} ${language}`;
}

/** The template as it is now. One the provider does not have any more is deleted; while nothing is known, as it was. */
export function liveTemplate(chosen: Template, templates: readonly Template[] | undefined): Template {
  if (!templates) return chosen;
  const now = templates.find((template) => templateKey(template) === templateKey(chosen));
  return now ?? { ...chosen, status: 'deleted', reason: null };
}
