import type { Template } from '#shared/domain/template.ts';
import type { TemplateFill } from '#shared/domain/template-fill.ts';
import type { ContentFinding } from '#shared/plugin-api/views.ts';
import { fieldCodesIn } from '#shared/rules/field-codes.ts';
import { type FormField, fieldsOf, textOf } from './form-fields.ts';

/** Sentences the form itself says; the channel's rules say the others. */
export interface FormWords {
  readonly unresolved: (codes: string) => string;
  readonly noAddress: string;
}

/** What only the page can know: field codes that nothing was found for, and an address that is none. */
export function formFindings(template: Template, fill: TemplateFill, words: FormWords): readonly ContentFinding[] {
  return fieldsOf(template).flatMap((field) => {
    const sentence = field.kind === 'file' ? fileFault(fill, words) : codeFault(textOf(fill, field), words);
    return sentence === undefined ? [] : [{ field: field.path, severity: 'blocking' as const, sentence }];
  });
}

function codeFault(text: string, { unresolved }: FormWords): string | undefined {
  const codes = fieldCodesIn(text);
  return codes.length === 0 ? undefined : unresolved(codes.join(', '));
}

function fileFault({ file }: TemplateFill, { noAddress }: FormWords): string | undefined {
  if (file?.from !== 'link') return undefined;
  const isAddress = /^https:\/\/[^/\s]+/.test(file.url) && URL.canParse(file.url) && file.url.length <= 2000;
  return isAddress ? undefined : noAddress;
}

/** What the findings come to: where each is shown, and why Send is off. */
export interface FormState {
  /** The first sentence at each field that is to be shown now. */
  readonly errors: Readonly<Record<string, string>>;
  /** What keeps the whole from being sent, whatever is filled in; undefined for nothing. */
  readonly block: string | undefined;
  /** Fields that still keep it from being sent, in the order of the form. */
  readonly open: readonly FormField[];
  readonly warnings: readonly string[];
}

/** `isShown`: whether the field says by now what is wrong with it. */
export function formState(
  fields: readonly FormField[],
  findings: readonly ContentFinding[],
  isShown: (path: string) => boolean,
): FormState {
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const first = new Map([...blocking].reverse().map(({ field, sentence }) => [field, sentence]));
  const open = fields.filter(({ path }) => first.has(path));
  const places = new Set(fields.map(({ path }) => path));
  return {
    errors: Object.fromEntries([...first].filter(([field]) => places.has(field) && isShown(field))),
    block: blocking.find(({ field }) => !places.has(field))?.sentence,
    open,
    warnings: findings.filter(({ severity }) => severity === 'warning').map(({ sentence }) => sentence),
  };
}
