import { checkDraft } from '#plugins/whatsapp/rules/templates/check-draft.ts';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import type { Refusal } from '#shared/result.ts';
import type { StoredTemplate } from '../storage/tables/templates.ts';

/** Why a draft must not go to the provider, with the field in the sentence; undefined when it may. */
export function draftRefusal(draft: TemplateDraft, known: readonly StoredTemplate[]): Refusal | undefined {
  const [fault] = checkDraft(draft);
  if (fault) return { code: 'template-invalid', message: fault.sentence, retryable: false };
  const { name, language } = draft;
  const isThere = known.some(({ template }) => template.name === name && template.language === language);
  if (!isThere) return undefined;
  const message = `Name: there is a template ${name} in ${language} already. Choose another name or language.`;
  return { code: 'template-invalid', message, retryable: false };
}
