import { type OutboundContent, parametersOf, type Template } from '#shared/plugin-api/domain.ts';
import { flattened } from './gate/parameter.ts';
import { checkTemplate } from './gate/template.ts';

/** The options `whatsappsession.default-notification-*` (WA-3). */
export interface DefaultNotification {
  readonly text: string;
  /** Name of a template. */
  readonly id: string;
  readonly language: string;
}

/** Why automatic notifications are off although they are asked for; administrators are shown it. */
export interface Mismatch {
  readonly code:
    | 'not-configured'
    | 'text-parameter'
    | 'template-unknown'
    | 'language-unknown'
    | 'not-approved'
    | 'text-differs'
    | 'more-parameters';
  /** With what to do about it. */
  readonly sentence: string;
  /** What the sentence names, for saying it in another language. */
  readonly values: Readonly<Record<string, string>>;
}

export type DefaultNotificationState =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly mismatch: Mismatch };

type Check = (wanted: DefaultNotification, templates: readonly Template[]) => Mismatch | undefined;

const option = (name: string) => `whatsappsession.default-notification-${name}`;

const checkConfigured: Check = ({ text, id }) => {
  if (text !== '' && id !== '') return undefined;
  const sentence = `Automatic notifications are on, but ${option(text === '' ? 'text' : 'id')} is empty. Set it, or switch them off.`;
  return { code: 'not-configured', sentence, values: { option: option(text === '' ? 'text' : 'id') } };
};

const checkParameter: Check = ({ text }) => {
  const parameters = parametersOf(text);
  if (parameters.length === 1 && parameters[0] === '1') return undefined;
  const sentence = `${option('text')} needs {{1}}, and no other parameter: what the agent writes goes there.`;
  return { code: 'text-parameter', sentence, values: { option: option('text'), parameter: '{{1}}' } };
};

const checkKnown: Check = ({ id, language }, templates) => {
  const named = templates.filter(({ name }) => name === id);
  if (named.length === 0) {
    const sentence = `WhatsApp has no template ${id}. Correct ${option('id')}, or create the template.`;
    return { code: 'template-unknown', sentence, values: { id, option: option('id') } };
  }
  if (named.some((template) => template.language === language)) return undefined;
  const languages = named.map((template) => template.language).join(', ');
  const sentence = `The template ${id} is not there in ${language}, but in ${languages}. Correct ${option('language')}.`;
  return { code: 'language-unknown', sentence, values: { id, language, languages, option: option('language') } };
};

const checkApproved: Check = (wanted, templates) => {
  const template = find(wanted, templates);
  const [finding] = template ? checkTemplate(template) : [];
  if (!finding) return undefined;
  const sentence = `${finding.sentence} Until it is approved, nothing can be sent with it. Name another one in ${option('id')}.`;
  return { code: 'not-approved', sentence, values: { id: wanted.id, option: option('id') } };
};

const checkText: Check = (wanted, templates) => {
  const template = find(wanted, templates);
  if (!template || template.body.text === wanted.text) return undefined;
  const sentence = `The text of the template ${wanted.id} is not that of ${option('text')}. Copy it from there, letter by letter.`;
  return { code: 'text-differs', sentence, values: { id: wanted.id, option: option('text') } };
};

/** Whatever else would have to be filled in, the agent's words cannot. */
const checkRest: Check = (wanted, templates) => {
  const template = find(wanted, templates);
  if (!template) return undefined;
  const { header, buttons } = template;
  const needsMore =
    (header !== null && (header.format !== 'text' || header.parameters.length > 0)) ||
    buttons.some((button) => button.type === 'copy-code' || (button.type === 'url' && button.hasParameter));
  if (!needsMore) return undefined;
  const sentence = `The template ${wanted.id} has more to fill in than its text. Name one in ${option('id')} that has only {{1}}.`;
  return { code: 'more-parameters', sentence, values: { id: wanted.id, option: option('id'), parameter: '{{1}}' } };
};

const checks: readonly Check[] = [checkConfigured, checkParameter, checkKnown, checkApproved, checkText, checkRest];

function find({ id, language }: DefaultNotification, templates: readonly Template[]): Template | undefined {
  return templates.find((template) => template.name === id && template.language === language);
}

/**
 * Whether what agents write can go out as the default notification. Text, id and language must be those of an approved
 * template, else every such send would fail (WA-3).
 */
export function checkDefaultNotification(
  wanted: DefaultNotification,
  templates: readonly Template[],
): DefaultNotificationState {
  for (const check of checks) {
    const mismatch = check(wanted, templates);
    if (mismatch) return { ok: false, mismatch };
  }
  const template = find(wanted, templates);
  if (!template) throw new Error('A template that was found is gone');
  return { ok: true, template };
}

/** What really goes out for a text, when it goes as a notification. */
export function asNotification(text: string, template: Template): Extract<OutboundContent, { kind: 'template' }> {
  const { name, language, body } = template;
  const [parameter = '1'] = body.parameters;
  const fill = { header: {}, file: null, body: { [parameter]: flattened(text) }, buttons: {} };
  return { kind: 'template', template: { name, language }, fill };
}
