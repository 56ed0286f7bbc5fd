import { decodeOptionFile } from '../decode.ts';
import type { OptionDiagnostic } from '../entry.ts';
import { readOptionText } from '../reader.ts';
import { groupSections, type SectionGroup } from '../section-reading.ts';

/** The section in a file of its own, whose name is the id. */
export const FILE_SECTION = 'standard-response';
const TEXT_HEADER = /^[ \t]*\[text\][ \t]*\r?$/m;

/** A text with the place at which it begins. */
export interface PlacedText {
  readonly text: string;
  readonly file: string;
  /** Line of its first character. */
  readonly line: number;
}

export interface ResponseFileReading {
  readonly group: SectionGroup;
  /** What stands below `[text]`; undefined without it. */
  readonly text: PlacedText | undefined;
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** Reads `responses/<id>.ini`: keys as in option files, then below a line `[text]` the text as customers get it. */
export function readResponseFile(file: string, content: Uint8Array): ResponseFileReading {
  const decoded = decodeOptionFile(file, content);
  if (!decoded.ok) return nothingIn(file, decoded.diagnostic);
  const header = TEXT_HEADER.exec(decoded.text);
  const head = header ? decoded.text.slice(0, header.index) : decoded.text;
  const reading = readOptionText(file, head);
  const groups = groupSections(reading);
  const diagnostics = [...reading.diagnostics, ...groups.filter(isForeign).map(foreignSection)];
  const group = groups.find(({ name }) => name === FILE_SECTION);
  if (!group && diagnostics.every(({ severity }) => severity === 'warning')) diagnostics.push(noSection(file));
  const text = header && textBelow(decoded.text, header.index + header[0].length, file);
  return { group: group ?? emptyGroup(file), text: text ?? undefined, diagnostics };
}

/** A file of which the system gives nothing. */
export function unreadable(file: string, why: string): ResponseFileReading {
  const message = `${file} cannot be read: ${why}`;
  return nothingIn(file, { file, line: 1, column: 1, code: 'unreadable-file', severity: 'warning', message });
}

function nothingIn(file: string, diagnostic: OptionDiagnostic): ResponseFileReading {
  return { group: emptyGroup(file), text: undefined, diagnostics: [diagnostic] };
}

function emptyGroup(file: string): SectionGroup {
  return { name: FILE_SECTION, file, line: 1, entries: [] };
}

/** Without empty lines around it; lines end as everywhere in the program. */
function textBelow(whole: string, from: number, file: string): PlacedText {
  const [empty = ''] = /^(?:[ \t]*\r?\n)*/.exec(whole.slice(from)) ?? [];
  const start = from + empty.length;
  const text = whole.slice(start).replace(/\r\n?/g, '\n').trimEnd();
  return { text, file, line: whole.slice(0, start).split('\n').length };
}

function isForeign({ name }: SectionGroup): boolean {
  return name !== FILE_SECTION;
}

function foreignSection({ name, file, line }: SectionGroup): OptionDiagnostic {
  const message = `[${name}] means nothing here and is not read. A file in responses/ has [${FILE_SECTION}] and [text].`;
  return { file, line, column: 1, code: 'unknown-section', severity: 'warning', message };
}

function noSection(file: string): OptionDiagnostic {
  const message = `${file} has no [${FILE_SECTION}]. Write it above the keys.`;
  return { file, line: 1, column: 1, code: 'missing-section', severity: 'warning', message };
}
