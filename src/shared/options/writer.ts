import { ok, type Result, refuse } from '../result.ts';
import { isBlank, isOptionKey } from './characters.ts';
import { OPTION_LIMITS, type OptionEntry, utf8Length } from './entry.ts';

type Printable = Pick<OptionEntry, 'section' | 'key' | 'value' | 'final'>;

/**
 * Prints entries as a file that reads as the same entries again (OPT-1). Refused with `unprintable` for what the format
 * cannot hold: a name with characters it does not allow, a carriage return or NUL in a value, a line that stays over
 * 64 KiB though broken at its blanks.
 */
export function printOptionEntries(entries: readonly Printable[]): Result<string> {
  const lines: string[] = [];
  let section: string | undefined;
  for (const entry of entries) {
    if (entry.section !== section) {
      if (!isSectionName(entry.section)) return unprintable(`[${entry.section}] is no section name.`);
      if (section !== undefined) lines.push('');
      lines.push(`[${entry.section}]`);
      section = entry.section;
    }
    if (!isOptionKey(entry.key)) return unprintable(`${entry.key} is no key.`);
    const printed = printLine(`${entry.key}${entry.final ? '!' : ''} = `, entry.value);
    if (printed === undefined) return unprintable(`The value of ${entry.key} cannot be written in an option file.`);
    lines.push(printed);
  }
  return ok(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
}

function unprintable(message: string): Result<string> {
  return refuse('unprintable', message);
}

function isSectionName(name: string): boolean {
  return name !== '' && name.trim() === name && !/[\]\n\r\0]/.test(name) && name.length * 3 < OPTION_LIMITS.lineBytes;
}

function printLine(start: string, value: string): string | undefined {
  if (value.includes('\r') || value.includes('\0')) return undefined;
  const text = needsQuotes(value) ? quoted(value) : value;
  const line = (start + text).trimEnd();
  return utf8Length(line) <= OPTION_LIMITS.lineBytes ? line : broken(start, text);
}

function needsQuotes(value: string): boolean {
  if (value === '') return false;
  const last = value.length - 1;
  if (isBlank(value.charCodeAt(0)) || isBlank(value.charCodeAt(last))) return true;
  if (value.startsWith('"') || value.includes('\n')) return true;
  return value.endsWith('\\') && (last === 0 || isBlank(value.charCodeAt(last - 1)));
}

function quoted(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** Breaks a long line at blanks that stand alone, since reading joins the pieces with one blank. */
function broken(start: string, text: string): string | undefined {
  const room = OPTION_LIMITS.lineBytes - utf8Length(start) - 2;
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const piece of text.split(/(?<=[^\s\uFEFF]) (?=[^\s\uFEFF])/)) {
    const size = utf8Length(piece) + 1;
    if (size > room) return undefined;
    if (used + size > room) {
      lines.push(line.join(' '));
      line = [];
      used = 0;
    }
    line.push(piece);
    used += size;
  }
  return `${start}${[...lines, line.join(' ')].join(' \\\n')}`;
}
