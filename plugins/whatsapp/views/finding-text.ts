import type { ContentFinding, ViewContext } from '#shared/plugin-api/views.ts';
import { explain, type Finding } from '../rules/finding.ts';
import type { DraftFinding } from '../rules/templates/check-draft.ts';
import { reasonWords } from '../rules/templates/reasons.ts';

type Translate = ViewContext['translations']['translate'];

/** A finding of the send gate in the page's language; what varies with nothing is told as of a message that was refused. */
export function contentFinding(finding: Finding, translate: Translate): ContentFinding {
  const { code, field, severity } = finding;
  const values = withReason(finding.values ?? {}, translate);
  const key = keyOf(code, values);
  const keys = [`whatsapp.finding.${key}`, `whatsapp.refused.${code}`];
  const sentence = textOf(keys, { open: '{{', ...values }, translate) ?? explain(finding);
  return { field, severity, sentence };
}

function keyOf(code: Finding['code'], { status, scope }: NonNullable<Finding['values']>): string {
  const variant = code === 'template-not-approved' ? status : code === 'opted-out' ? scope : undefined;
  return variant === undefined ? code : `${code}.${variant}`;
}

/** Why WhatsApp rejected or paused a template, in the page's language. */
export function reasonText(reason: string, translate: Translate): string {
  return textOf([`whatsapp.template-reason.${reason}`], {}, translate) ?? reasonWords(reason);
}

function withReason(values: NonNullable<Finding['values']>, translate: Translate): NonNullable<Finding['values']> {
  const { reason } = values;
  return typeof reason === 'string' && reason !== ''
    ? { ...values, because: ` (${reasonText(reason, translate)})` }
    : values;
}

/** A finding about a new template, likewise. What is said of a field goes before what is said of any. */
export function draftFinding(
  { code, field, sentence, values = {} }: DraftFinding,
  translate: Translate,
): ContentFinding {
  const place = field.replace(/\.\d+(?=\.|$)/g, '');
  const keys = [`whatsapp.draft.${place}.${code}`, `whatsapp.draft.${code}`];
  return { field, severity: 'blocking', sentence: textOf(keys, values, translate) ?? sentence };
}

function textOf(
  keys: readonly string[],
  values: Readonly<Record<string, string | number>>,
  translate: Translate,
): string | undefined {
  return keys.map((key) => ({ key, text: translate(key, values) })).find(({ key, text }) => text !== key)?.text;
}
