import type { Template, TemplateFill, TemplateStatus } from '#shared/plugin-api/domain.ts';
import { addressEnd, fillText } from '#shared/plugin-api/domain.ts';
import { cloudApi } from '../../profiles/cloud-api.ts';
import { block, type Finding, warn } from '../finding.ts';
import { reasonOf, reasonWords } from '../templates/reasons.ts';
import { checkFile } from './files.ts';
import { checkUrl } from './interactive.ts';
import { checkLength } from './lengths.ts';
import { checkParameter } from './parameter.ts';

const limits = cloudApi.template;

/** More than this many buttons, or quick replies among others, are not shown by WhatsApp on computers (section 9.2). */
const BUTTONS_ON_DESKTOP = 3;

/** What keeps a template itself from being sent, whatever is filled in. */
export function checkTemplate(template: Template): readonly Finding[] {
  const findings = [];
  if (template.status !== 'approved') findings.push(notApproved(template));
  if (template.unknownParts.length > 0) {
    const parts = template.unknownParts.join(', ');
    const sentence = `The notification ${template.name} has parts that cannot be sent from here: ${parts}.`;
    findings.push(block('template-parts', 'template', sentence, 'Choose another notification.', { parts }));
  }
  return findings;
}

const whyNot: Readonly<Record<Exclude<TemplateStatus, 'approved'>, readonly [string, string]>> = {
  pending: ['has not been approved yet', 'Wait for the approval, or choose another notification.'],
  rejected: ['was not approved', 'Choose another notification.'],
  paused: ['is paused by WhatsApp', 'Choose another one, or wait until it is taken up again.'],
  disabled: ['was disabled by WhatsApp for good', 'Choose another notification.'],
  'in-appeal': ['is being looked at again by WhatsApp', 'Choose another notification until then.'],
  'pending-deletion': ['is being deleted', 'Choose another notification.'],
  archived: ['was archived', 'Choose another notification.'],
  deleted: ['does not exist any more', 'Choose another notification.'],
};

function notApproved({ name, status, reason }: Template): Finding {
  if (status === 'approved') throw new Error('An approved template was asked why it is not');
  const [what, nextStep] = whyNot[status];
  const why = reasonOf({ status, reason });
  const because = why === null ? '' : ` (${reasonWords(why)})`;
  const sentence = `The notification ${name} ${what}${because}.`;
  return block('template-not-approved', 'template', sentence, nextStep, { status, because, reason: why ?? '' });
}

/** No template of this name and language is known to the provider. */
export function templateUnknown(name: string, language: string): Finding {
  const sentence = `WhatsApp knows no notification ${name} in the language ${language}.`;
  return block('template-unknown', 'template', sentence, 'Refresh the list and choose another one.');
}

/** What the provider is known to refuse of the values filled in (section 9.3). */
export function checkFill(template: Template, fill: TemplateFill): readonly Finding[] {
  return [
    ...checkHeader(template, fill),
    ...template.body.parameters.flatMap((name) => checkParameter(`fill.body.${name}`, name, fill.body[name] ?? '')),
    ...checkLoginCodes(template, fill),
    ...checkWhole(template, fill),
    ...template.buttons.flatMap((_, index) => checkButton(template, index, fill.buttons[index] ?? '')),
    ...checkDesktop(template),
  ];
}

function checkHeader({ header }: Template, fill: TemplateFill): readonly Finding[] {
  if (header === null) return [];
  if (header.format !== 'text') return checkFile('fill.file', 'The header', header.format, fill.file);
  const values = header.parameters.flatMap((name) =>
    checkParameter(`fill.header.${name}`, name, fill.header[name] ?? ''),
  );
  const [first] = header.parameters;
  if (values.length > 0 || first === undefined) return values;
  const text = fillText(header.text, fill.header);
  return checkLength({ field: `fill.header.${first}`, what: 'The header', text, max: limits.headerText.max });
}

/** What the provider takes for no code: addresses, and pictures among the letters. */
const NO_CODE = /:\/\/|^www\.|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/iu;

/** Every value of a template that sends log-in codes is such a code (section 9.2, OTP). */
function checkLoginCodes({ category, body, buttons }: Template, fill: TemplateFill): readonly Finding[] {
  if (category !== 'authentication') return [];
  const inText = body.parameters.map((name) => [`fill.body.${name}`, fill.body[name] ?? ''] as const);
  const inButtons = buttons.flatMap((button, index) =>
    button.type === 'copy-code' || (button.type === 'url' && button.hasParameter)
      ? [[`fill.buttons.${index}`, fill.buttons[index] ?? ''] as const]
      : [],
  );
  return [...inText, ...inButtons].flatMap(([field, code]) => checkLoginCode(field, code));
}

function checkLoginCode(field: string, code: string): readonly Finding[] {
  if (NO_CODE.test(code)) {
    const sentence = 'The code has an address or an emoji in it, which WhatsApp does not take there.';
    return [block('code-character', field, sentence, 'Write the code alone.')];
  }
  // That it is missing is said of every parameter alike.
  return checkLength({ field, what: 'The code', text: code, max: limits.loginCode.max, optional: true });
}

/** The text with all values in it; the longest value is the one to shorten (132005). */
function checkWhole({ body }: Template, fill: TemplateFill): readonly Finding[] {
  const [first, ...rest] = body.parameters;
  if (first === undefined) return [];
  const lengthOf = (name: string) => (fill.body[name] ?? '').length;
  const longest = rest.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first);
  const text = fillText(body.text, fill.body);
  return checkLength({ field: `fill.body.${longest}`, what: 'The notification', text, max: limits.body.max });
}

function checkButton({ buttons }: Template, index: number, value: string): readonly Finding[] {
  const button = buttons[index];
  const field = `fill.buttons.${index}`;
  if (button?.type === 'copy-code') {
    const wrong = checkParameter(field, button.title, value);
    if (wrong.length > 0) return wrong;
    return checkLength({ field, what: 'The code', text: value, max: limits.copyCode.max });
  }
  if (button?.type !== 'url' || !button.hasParameter) return [];
  const wrong = checkParameter(field, button.title, value);
  if (wrong.length > 0) return wrong;
  return checkUrl(field, fillText(button.url, { 1: addressEnd(value) }), limits.url.max);
}

function checkDesktop({ buttons }: Template): readonly Finding[] {
  const kinds = new Set(buttons.map(({ type }) => type === 'quick-reply'));
  if (buttons.length <= BUTTONS_ON_DESKTOP && kinds.size <= 1) return [];
  const sentence = 'Customers who use WhatsApp on a computer do not see all buttons of this notification.';
  return [warn('template-desktop', 'template', sentence, 'Say in the text what they can do there.')];
}
