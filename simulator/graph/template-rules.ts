import { asList, asObject } from '../json.ts';
import { type GraphOutcome, graphOk, graphRefuse } from './outcome.ts';
import { placeholdersOf, type Template, type TemplateButton, type TemplateComponent } from './template-types.ts';

type Draft = Pick<Template, 'components' | 'parameter_format' | 'category'>;

/** A refusal of template creation: code 100 with a sub code and a sentence for people (31-cloud-api section 17). */
function refuseTemplate(subcode: number, userTitle: string, userMessage: string) {
  return graphRefuse({ status: 400, code: 100, subcode, message: 'Invalid parameter', userTitle, userMessage });
}

const rules: readonly ((draft: Draft) => GraphOutcome<undefined>)[] = [
  checkPresence,
  checkTexts,
  checkPlaceholders,
  checkExamples,
  checkButtons,
];

/** What Meta refuses at once when a template is created or edited (31-cloud-api sections 9.2 and 9.3). */
export function checkTemplate(draft: Draft): GraphOutcome<undefined> {
  for (const rule of rules) {
    const outcome = rule(draft);
    if (!outcome.ok) return outcome;
  }
  return graphOk(undefined);
}

/** Same name and language again, also while the deleted one's name is still locked. */
export function refuseDuplicate(language: string): GraphOutcome<never> {
  const message = `There is already ${language} content for this template. You can create a new template and try again.`;
  return refuseTemplate(2388024, 'Content in This Language Already Exists', message);
}

function textOf(draft: Draft, type: string): string {
  return draft.components.find((component) => component.type === type)?.text ?? '';
}

function checkPresence({ components, category }: Draft): GraphOutcome<undefined> {
  const body = components.find((component) => component.type === 'BODY');
  // Meta writes the body of authentication templates itself.
  if (body && (body.text || category === 'AUTHENTICATION')) return graphOk(undefined);
  return refuseTemplate(2388072, 'Message template body is missing', 'A template needs a BODY component with text.');
}

function checkTexts(draft: Draft): GraphOutcome<undefined> {
  const header = draft.components.find((component) => component.type === 'HEADER');
  if (textOf(draft, 'BODY').length > 1024) return tooLong('BODY', 1024);
  if (textOf(draft, 'FOOTER').length > 60) return tooLong('FOOTER', 60);
  if ((header?.text ?? '').length > 60) return tooLong('HEADER', 60);
  if (placeholdersOf(textOf(draft, 'FOOTER')).length > 0) {
    return refuseTemplate(2388073, 'Footer format is incorrect', "The footer can't have any variables.");
  }
  // The underscores of a named variable are no formatting.
  const words = header?.text?.replace(/\{\{[^{}]*\}\}/g, '') ?? '';
  if (header?.text && (placeholdersOf(header.text).length > 1 || /[\n*_~]/.test(words))) {
    const message = "The header can't have new lines, formatting characters, or more than one variable.";
    return refuseTemplate(2388047, 'Header format is incorrect', message);
  }
  return graphOk(undefined);
}

function tooLong(component: string, longest: number): GraphOutcome<never> {
  const message = `The ${component} component can have at most ${longest} characters.`;
  return refuseTemplate(2388040, 'Character limit exceeded', message);
}

function checkPlaceholders(draft: Draft): GraphOutcome<undefined> {
  if (draft.category === 'AUTHENTICATION') return graphOk(undefined);
  const text = textOf(draft, 'BODY').trim();
  const places = placeholdersOf(text);
  if (/^\{\{[^{}]*\}\}|\{\{[^{}]*\}\}$/.test(text)) {
    return refuseTemplate(
      2388299,
      'Variables at the start or end',
      "Variables can't be at the start or end of the template.",
    );
  }
  if (/\}\}\s*\{\{/.test(text)) return badBody("Variables can't stand next to each other.");
  const rest = text.replace(/\{\{[^{}]*\}\}/g, '');
  if (/\{\{|\}\}/.test(rest)) return badBody('Braces of a variable are not balanced.');
  if (!places.every((place) => isPlaceholder(draft, place))) return badBody('Variables have the wrong format.');
  if (draft.parameter_format === 'POSITIONAL' && !isSequence(places)) {
    return badBody('Variables must count up from {{1}} without gaps.');
  }
  const words = rest.split(/\s+/).filter((word) => word !== '').length;
  if (words < 2 * places.length) {
    return refuseTemplate(2388293, 'Words ratio exceeded', 'This template has too many variables for its length.');
  }
  return graphOk(undefined);
}

function isPlaceholder({ parameter_format }: Draft, place: string): boolean {
  return parameter_format === 'NAMED' ? /^[a-z][a-z0-9_]*$/.test(place) : /^[1-9]\d*$/.test(place);
}

function isSequence(places: readonly string[]): boolean {
  return places.every((place, index) => place === String(index + 1));
}

function badBody(message: string): GraphOutcome<never> {
  return refuseTemplate(2388072, 'Body format is incorrect', message);
}

function checkExamples(draft: Draft): GraphOutcome<undefined> {
  if (draft.category === 'AUTHENTICATION') return graphOk(undefined);
  for (const component of draft.components) {
    const count = placeholdersOf(component.text ?? '').length;
    if (count > 0 && exampleCount(component) !== count) {
      const message = `The ${component.type} component needs one example for each of its ${count} variables.`;
      return refuseTemplate(component.type === 'HEADER' ? 2388047 : 2388072, 'Examples are missing', message);
    }
    const media = ['IMAGE', 'VIDEO', 'DOCUMENT'].includes(component.format ?? '');
    if (media && asList(asObject(component.example).header_handle).length === 0) {
      return refuseTemplate(2388047, 'Header format is incorrect', 'A media header needs an example.header_handle.');
    }
  }
  return graphOk(undefined);
}

function exampleCount(component: TemplateComponent): number {
  const example = asObject(component.example);
  const named = asList(example.body_text_named_params ?? example.header_text_named_params);
  if (named.length > 0) return named.length;
  if (component.type === 'HEADER') return asList(example.header_text).length;
  const rows = asList(example.body_text);
  return asList(Array.isArray(rows[0]) ? rows[0] : rows).length;
}

const mostOfType: Readonly<Record<string, number>> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1 };

function checkButtons(draft: Draft): GraphOutcome<undefined> {
  const buttons = draft.components.find((component) => component.type === 'BUTTONS')?.buttons ?? [];
  if (buttons.length > 10) return badButton('A template can have at most 10 buttons.');
  for (const [type, most] of Object.entries(mostOfType)) {
    if (buttons.filter((button) => button.type === type).length > most) {
      return badButton(`A template can have at most ${most} buttons of type ${type}.`);
    }
  }
  // Quick replies and the others must not interleave.
  const changes = buttons.filter(
    (button, index) => index > 0 && isReply(button) !== isReply(buttons[index - 1]),
  ).length;
  if (changes > 1) return badButton('Quick replies and other buttons must be grouped.');
  const wrong = buttons.map(buttonFault).find((fault) => fault !== undefined);
  return wrong ? badButton(wrong) : graphOk(undefined);
}

function isReply(button: TemplateButton | undefined): boolean {
  return button?.type === 'QUICK_REPLY';
}

function buttonFault({ type, text = '', url = '', phone_number = '', example }: TemplateButton): string | undefined {
  if (text.length > 25) return 'The label of a button can have at most 25 characters.';
  if (/[\n*_~{}]|\p{Extended_Pictographic}/u.test(text)) {
    return "Buttons can't have any variables, newlines, emojis or formatting characters.";
  }
  if (['QUICK_REPLY', 'URL', 'PHONE_NUMBER'].includes(type) && text === '') return 'A button needs a label.';
  if (type === 'PHONE_NUMBER' && (phone_number === '' || phone_number.length > 20))
    return 'The phone number is not valid.';
  if (type !== 'URL') return undefined;
  if (!/^https?:\/\//.test(url) || url.length > 2000) return 'The address of a button is not valid.';
  const places = placeholdersOf(url);
  if (places.length > 1 || (places.length === 1 && !url.endsWith('}}'))) return 'A variable can only end the address.';
  if (places.length === 1 && asList(example).length === 0 && typeof example !== 'string')
    return 'An example is missing.';
  return undefined;
}

function badButton(message: string): GraphOutcome<never> {
  return refuseTemplate(2388060, 'Button format is incorrect', message);
}
