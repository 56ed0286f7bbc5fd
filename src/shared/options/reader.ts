import { dropBlanks, isBlank, keyCharacterLength, skipBlanks } from './characters.ts';
import { decodeOptionFile } from './decode.ts';
import {
  OPTION_LIMITS,
  type OptionComment,
  type OptionDiagnostic,
  type OptionEntry,
  type OptionReading,
  type OptionSection,
  type OptionSeverity,
  utf8Length,
  type ValueMark,
} from './entry.ts';
import { unquote } from './quoted.ts';

const BANG = 0x21;
const QUOTE = 0x22;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const RETURN = 0x0d;

/** The section and key whose repetition is meant: each line names one more file. */
export const INCLUDE = 'include';

/**
 * Reads one option file (OPT-1). Never throws on content: whatever is wrong is in the diagnostics, in order of lines.
 * Include lines are returned as entries of `[include]`; `include.ts` resolves them.
 */
export function readOptionText(file: string, content: string | Uint8Array): OptionReading {
  const decoded = decodeOptionFile(file, content);
  if (!decoded.ok) return { entries: [], sections: [], comments: [], diagnostics: [decoded.diagnostic] };
  return new OptionScanner(file, decoded.text).read();
}

/** One pass by index over the text; strings are only cut out for keys, values, section names and comments. */
class OptionScanner {
  readonly #file: string;
  readonly #text: string;
  readonly #entries: (OptionEntry | undefined)[] = [];
  readonly #sections: OptionSection[] = [];
  readonly #comments: OptionComment[] = [];
  readonly #diagnostics: OptionDiagnostic[] = [];
  readonly #keysOfSection = new Map<string, Map<string, number>>();
  #unlisted = 0;
  #repeats = false;
  /** The current line: its number, first character, end without the line break, and where the next line starts. */
  #line = 0;
  #start = 0;
  #end = 0;
  #next = 0;
  /** Offset of the next carriage return not yet passed; kept, so that looking for it stays linear. */
  #nextReturn = -1;
  #section: string | undefined;
  #keys = new Map<string, number>();
  #lostSection = false;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  read(): OptionReading {
    while (this.#advance()) this.#readLine();
    if (this.#unlisted > 0) this.#listUnlisted();
    const kept = this.#repeats ? this.#entries.filter((entry) => entry !== undefined) : this.#entries;
    return {
      entries: kept as OptionEntry[],
      sections: this.#sections,
      comments: this.#comments,
      diagnostics: this.#diagnostics,
    };
  }

  #advance(): boolean {
    const text = this.#text;
    if (this.#next >= text.length) return false;
    const feed = text.indexOf('\n', this.#next);
    this.#start = this.#next;
    this.#end = feed < 0 ? text.length : feed;
    this.#next = this.#end + 1;
    this.#line += 1;
    if (this.#end > this.#start && text.charCodeAt(this.#end - 1) === RETURN) this.#end -= 1;
    return true;
  }

  #readLine(): void {
    const text = this.#text;
    const at = skipBlanks(text, this.#start, this.#end);
    if (at === this.#end) return;
    const first = text.charCodeAt(at);
    if (!this.#lineIsSound()) {
      if (first === OPEN) this.#loseSection();
      return;
    }
    if (first === SEMICOLON || first === HASH) {
      const comment = text.slice(at, dropBlanks(text, at, this.#end));
      this.#comments.push({ file: this.#file, line: this.#line, text: comment });
    } else if (first === OPEN) this.#readHeader(at);
    else this.#readOption(at);
  }

  #lineIsSound(): boolean {
    const start = this.#start;
    const end = this.#end;
    if ((end - start) * 3 > OPTION_LIMITS.lineBytes && utf8Length(this.#text, start, end) > OPTION_LIMITS.lineBytes) {
      this.#report(
        start,
        'line-too-long',
        'This line is longer than 64 KiB. Break it with a blank and a \\ at its end.',
      );
      return false;
    }
    if (this.#nextReturn < start) {
      const found = this.#text.indexOf('\r', start);
      this.#nextReturn = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    if (this.#nextReturn >= end) return true;
    const message = 'A carriage return stands inside this line. Save the file with LF or CRLF as line end.';
    this.#report(this.#nextReturn, 'stray-carriage-return', message);
    return false;
  }

  #readHeader(at: number): void {
    const text = this.#text;
    let close = at + 1;
    while (close < this.#end && text.charCodeAt(close) !== CLOSE) close += 1;
    const from = skipBlanks(text, at + 1, close);
    const name = text.slice(from, dropBlanks(text, from, close));
    if (close === this.#end) {
      this.#report(
        at,
        'unclosed-section',
        'This section header does not end. Close it with ]. Its lines are not read.',
      );
      this.#loseSection();
    } else if (name === '') {
      this.#report(at, 'empty-section', 'This section has no name. Write it between [ and ]. Its lines are not read.');
      this.#loseSection();
    } else {
      const rest = skipBlanks(text, close + 1, this.#end);
      if (rest < this.#end) {
        const message = `There is text behind [${name}]. Put it on a line of its own; comments start a line with ;`;
        this.#report(rest, 'text-after-section', message);
      }
      this.#enterSection(name);
    }
  }

  #enterSection(name: string): void {
    this.#section = name;
    this.#sections.push({ name, file: this.#file, line: this.#line });
    const known = this.#keysOfSection.get(name);
    this.#keys = known ?? new Map<string, number>();
    if (!known) this.#keysOfSection.set(name, this.#keys);
  }

  /** After a broken header the lines below must not fall into the section above. */
  #loseSection(): void {
    this.#section = undefined;
    this.#lostSection = true;
  }

  #readOption(at: number): void {
    const text = this.#text;
    const end = this.#end;
    let keyEnd = at;
    while (keyEnd < end) {
      const length = keyCharacterLength(text, keyEnd);
      if (length === 0) break;
      keyEnd += length;
    }
    const final = keyEnd < end && text.charCodeAt(keyEnd) === BANG;
    const equals = skipBlanks(text, final ? keyEnd + 1 : keyEnd, end);
    if (equals === end || text.charCodeAt(equals) !== EQUALS || keyEnd === at) {
      this.#reportKey(at, keyEnd);
      return;
    }
    const valueStart = skipBlanks(text, equals + 1, end);
    const valueEnd = dropBlanks(text, valueStart, end);
    const line = this.#line;
    const column = at - this.#start + 1;
    const valueColumn = valueStart - this.#start + 1;
    const key = text.slice(at, keyEnd);
    if (!this.#isContinued(valueStart, valueEnd) && text.charCodeAt(valueStart) !== QUOTE) {
      const value = text.slice(valueStart, valueEnd);
      this.#push(key, { section: '', key, value, file: this.#file, line, column, final, valueColumn });
      return;
    }
    const long = this.#readLongValue(valueStart, valueEnd);
    if (!long) return;
    const { value, marks } = long;
    this.#push(key, { section: '', key, value, file: this.#file, line, column, final, valueColumn, marks });
  }

  #push(key: string, found: OptionEntry): void {
    const section = this.#section;
    if (section === undefined) {
      if (!this.#lostSection) {
        const message = `${key} stands before any [section], so it is not read. Put a section header above it.`;
        this.#diagnose(found.line, found.column, 'no-section', message, 'error');
      }
      this.#lostSection = true;
      return;
    }
    const earlier = this.#keys.get(key);
    if (earlier !== undefined && !(section === INCLUDE && key === INCLUDE)) {
      const message = `${key} of [${section}] stands at line ${this.#entries[earlier]?.line} and again at line ${found.line}, which counts. Remove one of them.`;
      this.#diagnose(found.line, found.column, 'repeated-key', message, 'warning');
      this.#entries[earlier] = undefined;
      this.#repeats = true;
    }
    this.#keys.set(key, this.#entries.length);
    (found as { section: string }).section = section;
    this.#entries.push(found);
  }

  #isContinued(from: number, to: number): boolean {
    const text = this.#text;
    return to > from && text.charCodeAt(to - 1) === BACKSLASH && to > 1 && isBlank(text.charCodeAt(to - 2));
  }

  /** A value that is continued, quoted, or both: the pieces are trimmed and joined by one blank. */
  #readLongValue(start: number, end: number): { value: string; marks: readonly ValueMark[] } | undefined {
    const pieces: string[] = [];
    const places: ValueMark[] = [];
    let length = 0;
    let from = start;
    let to = end;
    for (;;) {
      const more = this.#isContinued(from, to);
      const piece = this.#text.slice(from, more ? dropBlanks(this.#text, from, to - 1) : to);
      if (piece !== '') {
        places.push({ offset: length, line: this.#line, column: from - this.#start + 1 });
        pieces.push(piece);
        length += piece.length + 1;
      }
      if (!more) break;
      const slash = to - 1;
      if (!this.#advance()) {
        const message = 'The \\ at the end of the last line continues nothing. Remove it, or add the missing line.';
        this.#report(slash, 'continuation-at-end', message);
        return undefined;
      }
      if (!this.#lineIsSound()) return undefined;
      from = skipBlanks(this.#text, this.#start, this.#end);
      to = dropBlanks(this.#text, from, this.#end);
    }
    return this.#resolve(pieces.join(' '), places);
  }

  #resolve(raw: string, places: readonly ValueMark[]): { value: string; marks: readonly ValueMark[] } | undefined {
    if (raw.charCodeAt(0) !== QUOTE) return { value: raw, marks: places };
    const unquoted = unquote(raw, places);
    if (unquoted.ok) return unquoted;
    const place = places.findLast((p) => p.offset <= unquoted.offset) ?? { offset: 0, line: this.#line, column: 1 };
    const column = place.column + unquoted.offset - place.offset;
    this.#diagnose(place.line, column, unquoted.code, unquoted.message, 'error');
    return undefined;
  }

  #reportKey(at: number, keyEnd: number): void {
    const text = this.#text;
    let equals = at;
    while (equals < this.#end && text.charCodeAt(equals) !== EQUALS) equals += 1;
    if (equals === this.#end) {
      this.#report(at, 'no-equals', 'This line has no =. Write key = value, or start it with ; to make it a comment.');
    } else if (equals === at) {
      this.#report(at, 'empty-key', 'There is no key before the =. Write key = value.');
    } else {
      const key = text.slice(at, dropBlanks(text, at, Math.min(equals, at + 80)));
      const message = `"${key}" is no key: letters, digits and . - _ * $ may be in it, with ! right behind it to make it final.`;
      this.#report(keyEnd, 'bad-key', message);
    }
    this.#skipContinuation(at);
  }

  /** The lines a refused line goes on with belong to it and are no options. */
  #skipContinuation(at: number): void {
    let from = at;
    while (this.#isContinued(from, dropBlanks(this.#text, from, this.#end)) && this.#advance()) from = this.#start;
  }

  #report(offset: number, code: string, message: string): void {
    this.#diagnose(this.#line, offset - this.#start + 1, code, message, 'error');
  }

  #diagnose(line: number, column: number, code: string, message: string, severity: OptionSeverity): void {
    if (this.#diagnostics.length < OPTION_LIMITS.diagnostics) {
      this.#diagnostics.push({ file: this.#file, line, column, code, severity, message });
    } else this.#unlisted += 1;
  }

  #listUnlisted(): void {
    const message = `${this.#unlisted} more findings in this file are not listed. Correct the ones above first.`;
    const { file } = { file: this.#file };
    this.#diagnostics.push({ file, line: this.#line, column: 1, code: 'more-findings', severity: 'error', message });
  }
}
