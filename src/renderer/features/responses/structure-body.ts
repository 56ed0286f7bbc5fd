import type { ResponseStructure } from '#shared/domain/standard-response.ts';
import type { StructuredBody } from '#shared/domain/structured-body.ts';
import type { Template } from '#shared/domain/template.ts';
import { type FieldFacts, resolveFields } from '#shared/rules/field-codes.ts';
import { interactiveBody, notificationBody } from '#shared/rules/structured-body.ts';

/**
 * The message a response makes, as the customer would see it, with what is known of them filled in. Undefined for a
 * notification whose template the channel does not have: nobody knows its text.
 */
export function structureBody(
  structure: ResponseStructure,
  templates: readonly Template[],
  facts: FieldFacts | undefined,
): StructuredBody | undefined {
  const filled = (text: string) => (facts ? resolveFields(text, facts).text : text);
  if (structure.type === 'interactive') {
    const body = interactiveBody({ kind: 'interactive', interactive: structure.interactive });
    return { ...body, body: filled(body.body) };
  }
  const { name, language } = structure.template;
  const template = templates.find((one) => one.name === name && one.language === language);
  if (!template) return undefined;
  const { header, body, buttons } = structure.fill;
  const all = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, filled(text)]));
  return notificationBody(template, {
    ...structure.fill,
    header: all(header),
    body: all(body),
    buttons: all(buttons),
  });
}
