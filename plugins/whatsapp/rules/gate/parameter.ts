import { cloudApi } from '../../profiles/cloud-api.ts';
import { block, type Finding } from '../finding.ts';

const MAX_SPACES = cloudApi.template.parameter.consecutiveSpaces.max;
const LONG_SPACES = new RegExp(` {${MAX_SPACES + 1},}`);
/** Everything that begins a new line, and tabs. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/;

/** What the provider refuses in the value of a parameter (132018; 31-cloud-api section 9.3). */
export function checkParameter(field: string, name: string, value: string): readonly Finding[] {
  const what = /^\d+$/.test(name) ? `Parameter ${name}` : name;
  if (value.trim() === '') {
    return [block('parameter-missing', field, `${what} is empty.`, 'Fill it in.')];
  }
  const findings = [];
  if (BREAKS.test(value)) {
    const sentence = `${what} has a line break or a tab, which WhatsApp does not take there.`;
    findings.push(block('parameter-character', field, sentence, 'Write it in one line.'));
  }
  if (LONG_SPACES.test(value)) {
    const sentence = `${what} has more than ${MAX_SPACES} spaces in a row, which WhatsApp does not take.`;
    findings.push(block('parameter-spaces', field, sentence, 'Take some of them away.', { max: MAX_SPACES }));
  }
  if (value.includes('{{')) {
    const sentence = `${what} has “{{” in it: the customer would read an unfilled parameter.`;
    findings.push(block('parameter-braces', field, sentence, 'Write what is meant instead.'));
  }
  return findings;
}

/** A text as WhatsApp takes it for a parameter: one line, no long gaps (WA-3). The agent sees it before it is sent. */
export function flattened(text: string): string {
  return text
    .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]*[\t\n\v\f\r\u0085\u2028\u2029][ \t\n\v\f\r\u0085\u2028\u2029]*/g, ' ')
    .replace(new RegExp(` {${MAX_SPACES + 1},}`, 'g'), ' '.repeat(MAX_SPACES))
    .trim();
}
