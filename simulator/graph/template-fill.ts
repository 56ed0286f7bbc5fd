import type { Context } from '../context.ts';
import { asList, asObject, asText, type JsonObject } from '../json.ts';
import type { TemplateRequest } from './message-schema.ts';
import { type GraphOutcome, graphOk, refuseCode, refuseParameter } from './outcome.ts';
import { componentOf, placeholdersOf, type Template, type TemplateButton } from './template-types.ts';

/** A template with its parameters in place, as the phone shows it. */
export interface FilledTemplate {
  readonly template: Template;
  readonly text: string;
}

const longestFilled = 1024;
const mediaFormats: readonly string[] = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF', 'LOCATION'];

/** Checks a template message against the stored template (31-cloud-api section 9.3) and fills it. */
export function fillTemplate(
  context: Context,
  request: TemplateRequest,
  version: string,
): GraphOutcome<FilledTemplate> {
  const found = findSendable(context, request);
  if (!found.ok) return found;
  const template = found.value;
  const header = fillHeader(context, template, request, version);
  if (!header.ok) return header;
  const body = fillText(template, 'BODY', parametersOf(request, 'body'), version);
  if (!body.ok) return body;
  if (body.value.length > longestFilled) return refuseCode(132005, 'body: text is too long after translation');
  const buttons = fillButtons(template, request);
  if (!buttons.ok) return buttons;
  const footer = componentOf(template, 'FOOTER')?.text ?? '';
  const text = [header.value, body.value, footer, ...buttons.value].filter((line) => line !== '').join('\n');
  return graphOk({ template, text });
}

function findSendable({ templates }: Context, { name, language }: TemplateRequest): GraphOutcome<Template> {
  const template = templates.named(name, language.code);
  if (template?.status === 'APPROVED') return graphOk(template);
  if (template?.status === 'PAUSED') return refuseCode(132015, `template name (${name}) is paused`);
  if (template?.status === 'DISABLED') return refuseCode(132016, `template name (${name}) is disabled`);
  return refuseCode(132001, `template name (${name}) does not exist in ${language.code}`);
}

function parametersOf(request: TemplateRequest, type: string): readonly JsonObject[] {
  const component = request.components?.find((one) => one.type.toLowerCase() === type);
  return component?.parameters ?? [];
}

function fillHeader(
  context: Context,
  template: Template,
  request: TemplateRequest,
  version: string,
): GraphOutcome<string> {
  const header = componentOf(template, 'HEADER');
  const format = header?.format ?? 'TEXT';
  const parameters = parametersOf(request, 'header');
  if (!mediaFormats.includes(format)) return fillText(template, 'HEADER', parameters, version);
  const [parameter] = parameters;
  const received = asText(parameter?.type).toUpperCase() || 'UNKNOWN';
  if (received !== format) {
    return refuseCode(132012, `header: Format mismatch, expected ${format}, received ${received}`);
  }
  const file = asObject(parameter?.[format.toLowerCase()]);
  const id = asText(file.id);
  if (id !== '' && !context.media.find(id)) {
    const name = `template['components'][0]['parameters'][0]['${format.toLowerCase()}']['id']`;
    return refuseParameter(`Param ${name} is not a valid whatsapp business account media attachment ID`);
  }
  return graphOk(`(${format.toLowerCase()})`);
}

/** Puts parameters into the text of a component. */
function fillText(
  template: Template,
  type: 'HEADER' | 'BODY',
  parameters: readonly JsonObject[],
  version: string,
): GraphOutcome<string> {
  const where = type.toLowerCase();
  const text = componentOf(template, type)?.text ?? '';
  const places = placeholdersOf(text);
  if (parameters.length !== places.length) return refuseCode(132000, countDetails(where, parameters.length, places));
  const named = template.parameter_format === 'NAMED';
  const values = new Map<string, string>();
  for (const [index, parameter] of parameters.entries()) {
    const name = asText(parameter.parameter_name);
    if (named !== (name !== ''))
      return refuseCode(132012, `${where}: Parameter name is ${named ? 'missing' : 'not expected'}`);
    const value = parameterText(parameter);
    const bad = checkParameterText(value, where, index, version);
    if (!bad.ok) return bad;
    values.set(named ? name : String(index + 1), value);
  }
  const missing = places.find((place) => !values.has(place));
  if (missing !== undefined) return refuseCode(132000, countDetails(where, parameters.length, places));
  return graphOk(text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, place: string) => values.get(place) ?? ''));
}

function countDetails(where: string, given: number, places: readonly string[]): string {
  return (
    `${where}: number of localizable_params (${given}) does not match ` +
    `the expected number of params (${places.length})`
  );
}

function parameterText(parameter: JsonObject): string {
  const type = asText(parameter.type);
  if (type === 'currency' || type === 'date_time') return asText(asObject(parameter[type]).fallback_value);
  return asText(parameter.text);
}

function checkParameterText(value: string, where: string, index: number, version: string): GraphOutcome<undefined> {
  if (value === '')
    return refuseParameter(
      `The parameter template['components']['${where}']['parameters'][${index}]['text'] is required.`,
    );
  if (!/[\n\r\t]| {5,}/.test(value)) return graphOk(undefined);
  const sentence = 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces';
  // From v23.0 this has a code of its own (31-cloud-api section 9.3).
  if (Number.parseFloat(version.slice(1)) < 23) return refuseCode(100, sentence);
  return refuseCode(132018, sentence);
}

/** Buttons need a parameter when their address has a placeholder, or when they carry a code or an action. */
function fillButtons(template: Template, request: TemplateRequest): GraphOutcome<readonly string[]> {
  const buttons = componentOf(template, 'BUTTONS')?.buttons ?? [];
  const lines: string[] = [];
  for (const [index, button] of buttons.entries()) {
    const component = request.components?.find(
      (one) => one.type.toLowerCase() === 'button' && String(one.index ?? '0') === String(index),
    );
    const count = asList(component?.parameters).length;
    if (needsParameter(button) && count !== 1) {
      return refuseCode(131008, `buttons: Button at index ${index} of type ${buttonName(button)} requires a parameter`);
    }
    if (button.type === 'URL' && !needsParameter(button) && count > 0) {
      return refuseCode(132000, countDetails('button', count, []));
    }
    lines.push(`[${button.text ?? button.type}]`);
  }
  return graphOk(lines);
}

function needsParameter(button: TemplateButton): boolean {
  if (button.type === 'URL') return placeholdersOf(button.url ?? '').length > 0;
  return button.type === 'COPY_CODE' || button.type === 'OTP';
}

function buttonName(button: TemplateButton): string {
  return button.type === 'URL' ? 'Url' : 'CopyCode';
}
