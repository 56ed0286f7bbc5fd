import { asList, asObject, asText, type JsonObject } from '../json.ts';
import type { InteractiveRequest } from './message-schema.ts';
import { type GraphOutcome, graphOk, refuseCode, refuseParameter } from './outcome.ts';

/** What Graph finds wrong with an interactive message: a missing parameter (100) or a value (131009). */
type Finding = { readonly missing: string } | { readonly details: string };

const longestBody = 1024;
const longestHeader = 60;
const longestFooter = 60;

/** Checks lengths and counts of an interactive message, with the texts of live refusals (31-cloud-api section 17). */
export function checkInteractive(interactive: InteractiveRequest): GraphOutcome<undefined> {
  const [finding] = [...checkFrame(interactive), ...checkAction(interactive)];
  if (!finding) return graphOk(undefined);
  if ('missing' in finding) return refuseParameter(`The parameter interactive${finding.missing} is required.`);
  return refuseCode(131009, finding.details);
}

function checkFrame({ type, body, header, footer }: InteractiveRequest): Finding[] {
  const bodyOptional = ['product', 'carousel'].includes(type);
  const findings: Finding[] = [];
  if (!body && !bodyOptional) findings.push({ missing: "['body']['text']" });
  if (body) findings.push(...lengthFindings('Body text', body.text, longestBody));
  if (footer) findings.push(...lengthFindings('Footer text', footer.text, longestFooter));
  if (header?.type === 'text') findings.push(...lengthFindings('Header text', header.text ?? '', longestHeader));
  if (header && type === 'list' && header.type !== 'text') {
    findings.push({ details: 'Header type is not valid for list messages. Only text is supported.' });
  }
  return findings;
}

function checkAction(interactive: InteractiveRequest): Finding[] {
  const action = asObject(interactive.action);
  if (interactive.type === 'button') return checkButtons(asList(action.buttons).map(asObject));
  if (interactive.type === 'list') return checkList(action);
  if (interactive.type === 'cta_url') return checkLink(action);
  if (interactive.type === 'location_request_message' && action.name !== 'send_location') {
    return [{ missing: "['action']['name']" }];
  }
  return [];
}

function checkButtons(buttons: readonly JsonObject[]): Finding[] {
  if (buttons.length < 1 || buttons.length > 3) {
    return [{ details: 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3' }];
  }
  const replies = buttons.map((button) => asObject(button.reply));
  return [
    ...replies.flatMap((reply) => lengthFindings('Button title', asText(reply.title), 20)),
    ...replies.flatMap((reply) => lengthFindings('Button ID', asText(reply.id), 256)),
    ...uniqueFindings(
      'Button title',
      replies.map((reply) => asText(reply.title)),
    ),
    ...uniqueFindings(
      'Button ID',
      replies.map((reply) => asText(reply.id)),
    ),
  ];
}

function checkList(action: JsonObject): Finding[] {
  const sections = asList(action.sections).map(asObject);
  const rows = sections.flatMap((section) => asList(section.rows).map(asObject));
  const findings: Finding[] = [...lengthFindings('Button label', asText(action.button), 20)];
  if (sections.length < 1 || sections.length > 10) {
    findings.push({ details: 'Invalid sections count. Min allowed sections: 1, Max allowed sections: 10' });
  }
  if (rows.length > 10) findings.push({ details: 'Total row count exceed max allowed count: 10' });
  if (rows.length === 0) findings.push({ missing: "['action']['sections'][0]['rows']" });
  for (const section of sections) {
    const title = asText(section.title);
    if (title.length > 24) findings.push({ details: 'Section title is too long. Max length is 24' });
    if (title === '' && sections.length > 1) findings.push({ missing: "['action']['sections'][0]['title']" });
  }
  return [
    ...findings,
    ...rows.flatMap(rowFindings),
    ...uniqueFindings(
      'Row ID',
      rows.map((row) => asText(row.id)),
    ),
  ];
}

function rowFindings(row: JsonObject): Finding[] {
  const findings: Finding[] = [];
  if (asText(row.id) === '') findings.push({ missing: "['action']['sections'][0]['rows'][0]['id']" });
  if (asText(row.title) === '') findings.push({ missing: "['action']['sections'][0]['rows'][0]['title']" });
  if (asText(row.id).length > 200) findings.push({ details: 'Row ID is too long. Max length is 200' });
  if (asText(row.title).length > 24) findings.push({ details: 'Row title is too long. Max length is 24' });
  if (asText(row.description).length > 72) findings.push({ details: 'Row description is too long. Max length is 72' });
  return findings;
}

function checkLink(action: JsonObject): Finding[] {
  const parameters = asObject(action.parameters);
  if (!/^https?:\/\//.test(asText(parameters.url))) return [{ missing: "['action']['parameters']['url']" }];
  return lengthFindings('Display text', asText(parameters.display_text), 20);
}

function lengthFindings(what: string, text: string, longest: number): Finding[] {
  if (text.length >= 1 && text.length <= longest) return [];
  return [{ details: `${what} length invalid. Min length: 1, Max length: ${longest}` }];
}

function uniqueFindings(what: string, values: readonly string[]): Finding[] {
  return new Set(values).size === values.length ? [] : [{ details: `${what} must be unique` }];
}
