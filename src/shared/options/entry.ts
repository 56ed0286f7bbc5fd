/** How bad a finding is. `error`: the entry is not used, and a pushed set is not taken. `fatal`: a server must not start. */
export type OptionSeverity = 'warning' | 'error' | 'fatal';

/** A finding about an option file (OPT-1). Lines and columns count from 1; columns in UTF-16 units, as editors do. */
export interface OptionDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Stable and kebab-case; what programs and tests look at. */
  readonly code: string;
  readonly severity: OptionSeverity;
  /** What is wrong with what, and what to do. Never holds a secret. */
  readonly message: string;
}

/** From `offset` of a value on, the file goes on at this line and column. */
export interface ValueMark {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** One `key = value` of a file, with its place. */
export interface OptionEntry {
  readonly section: string;
  readonly key: string;
  /** The value itself: outer blanks, quotes, escapes and continuations are resolved. */
  readonly value: string;
  readonly file: string;
  /** Where the key stands. */
  readonly line: number;
  readonly column: number;
  /** Written `key! = value`: later layers cannot change it (OPT-2). */
  readonly final: boolean;
  /** Where the value starts on the key's line. */
  readonly valueColumn: number;
  /** Only for quoted or continued values, whose text is not that of the file letter by letter. */
  readonly marks?: readonly ValueMark[];
}

/** A `[section]` header; a section may stand there without any key. */
export interface OptionSection {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** A comment line, kept so that a file can be shown and edited without losing it. */
export interface OptionComment {
  readonly file: string;
  readonly line: number;
  /** With its `;` or `#`, without outer blanks. */
  readonly text: string;
}

/** What a file or a file with its includes holds. A repeated key is there once: the last one. */
export interface OptionReading {
  readonly entries: readonly OptionEntry[];
  readonly sections: readonly OptionSection[];
  readonly comments: readonly OptionComment[];
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** The limits of OPT-1, so that a wrong file costs no more than a refusal. */
export const OPTION_LIMITS = {
  fileBytes: 8 * 1024 * 1024,
  lineBytes: 64 * 1024,
  includeDepth: 8,
  /** Files of one set; above the depth limit's reach, since two spellings may name one file on Windows. */
  includedFiles: 256,
  /** Findings listed for one file; the rest is counted. */
  diagnostics: 1000,
} as const;

/** The place in the file of an offset within an entry's value; what JSON errors point at (OPT-4). */
export function placeInValue(entry: OptionEntry, offset: number): { readonly line: number; readonly column: number } {
  const mark = entry.marks?.findLast((m) => m.offset <= offset);
  if (!mark) return { line: entry.line, column: entry.valueColumn + offset };
  return { line: mark.line, column: mark.column + offset - mark.offset };
}

/** The length of a text in UTF-8 bytes; half a surrogate pair counts as the replacement character. */
export function utf8Length(text: string, start = 0, end = text.length): number {
  let bytes = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1)) && i + 1 < end) {
      bytes += 4;
      i += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
