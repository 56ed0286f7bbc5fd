import type { TFunction } from 'i18next';
import type { Draft } from './draft.ts';

/** Number of a row, counted over all sections from 1. */
function rowNumber({ sections }: Draft, section: number, row: number): number {
  return sections.slice(0, section).reduce((sum, { rows }) => sum + rows.length, row + 1);
}

/** What the field is called that a finding is about: as its label says it. */
export function fieldName(t: TFunction, draft: Draft, field: string): string {
  const [, part = '', first = '', second, row] = field.split('.');
  const at = Number(first);
  if (second === 'rows' && row !== undefined) {
    const number = rowNumber(draft, at, Number(row));
    return t(field.endsWith('.description') ? 'interactive.row-description' : 'interactive.row', { number });
  }
  if (part === 'sections' && first !== '') return t('interactive.section-title', { number: at + 1 });
  if (part === 'buttons' && first !== '') return t('interactive.button', { number: at + 1 });
  switch (part) {
    case 'header':
      return t('interactive.header');
    case 'body':
      return t('interactive.body');
    case 'footer':
      return t('interactive.footer');
    case 'button':
      return t('interactive.list-button');
    case 'title':
      return t('interactive.link-title');
    case 'url':
      return t('interactive.url');
    default:
      return t(draft.type === 'buttons' ? 'interactive.type.buttons' : 'interactive.list');
  }
}
