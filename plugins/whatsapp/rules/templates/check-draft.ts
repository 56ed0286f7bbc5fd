import { parametersOf, type TemplateDraft } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../../profiles/cloud-api.ts';
import { checkButtons } from './check-draft-buttons.ts';
import { checkLength, checkPlaces, checkText, mixesFormats } from './check-draft-text.ts';
import { at, type DraftField, type DraftFinding } from './draft-finding.ts';

export type { DraftCode, DraftFinding } from './draft-finding.ts';

const { template: limits } = cloudApi;

/** The languages a template can have, as the provider writes them (section 9). */
export const templateLanguages: readonly string[] = limits.languages.split(' ');

const NAME: DraftField = { field: 'name', label: 'Name' };
const BODY: DraftField = { field: 'body.text', label: 'Text' };
const HEADER: DraftField = { field: 'header.text', label: 'Header' };
const FOOTER: DraftField = { field: 'footer', label: 'Footer' };

/**
 * Everything the provider is known to refuse in a new or changed template (WA-4), in order of the form. The page shows
 * it while the administrator writes, the server before it asks the provider.
 */
export function checkDraft(draft: TemplateDraft): readonly DraftFinding[] {
  return [
    ...checkName(draft.name),
    ...checkLanguage(draft.language),
    ...checkCategory(draft.category),
    ...(draft.header ? checkHeader(draft.header) : []),
    ...checkText(draft.body, { field: 'body', label: 'Text', max: limits.body.max }),
    ...checkPlaces(draft.body.text, BODY),
    ...checkFormats(draft),
    ...(draft.footer === null ? [] : checkFooter(draft.footer)),
    ...checkButtons(draft.buttons),
  ];
}

function checkName(name: string): readonly DraftFinding[] {
  const length = checkLength(name, { ...NAME, max: limits.name.max });
  if (length.length > 0 || /^[a-z0-9_]+$/.test(name)) return length;
  return [at(NAME, 'characters', 'use small letters a to z, digits and underscores only.')];
}

function checkLanguage(language: string): readonly DraftFinding[] {
  if (templateLanguages.includes(language)) return [];
  const field = { field: 'language', label: 'Language' };
  const sentence = `WhatsApp has no templates in "${language}". Choose one of its languages.`;
  return [at(field, 'language', sentence, { language })];
}

/** The provider writes the text of codes itself, and wants other things of them. */
function checkCategory(category: TemplateDraft['category']): readonly DraftFinding[] {
  if (category !== 'authentication') return [];
  const field = { field: 'category', label: 'Category' };
  return [at(field, 'category', 'templates for codes are added in the WhatsApp Manager. Choose another category.')];
}

function checkHeader(header: NonNullable<TemplateDraft['header']>): readonly DraftFinding[] {
  const faults = [...checkText(header, { field: 'header', label: 'Header', max: limits.headerText.max })];
  if (parametersOf(header.text).length > 1) faults.push(at(HEADER, 'parameter-count', 'use one parameter at most.'));
  // Underscores inside a parameter's name are no formatting.
  const words = header.text.replace(/\{\{[^{}]*\}\}/g, '');
  if (/[\n*_~]/.test(words)) faults.push(at(HEADER, 'characters', 'it has no line breaks and none of * _ ~.'));
  return faults;
}

function checkFormats({ header, body }: TemplateDraft): readonly DraftFinding[] {
  if (!header || !mixesFormats(header.text, body.text)) return [];
  return [at(HEADER, 'parameter-mixed', 'use numbers in header and text, or names in both.')];
}

function checkFooter(footer: string): readonly DraftFinding[] {
  const faults = [...checkLength(footer, { ...FOOTER, max: limits.footer.max })];
  if (/\{\{|\}\}/.test(footer)) faults.push(at(FOOTER, 'parameter-count', 'it cannot have parameters.'));
  return faults;
}
