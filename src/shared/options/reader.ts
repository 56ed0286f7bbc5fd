import { dropBlanks, keyCharacterLength, PLAIN_KEY_CODES, skipBlanks } from './characters.ts';
import { decodeOptionFile } from './decode.ts';
import type { OptionComment, OptionEntry, OptionReading, OptionSection, ValueMark } from './entry.ts';
import { hashStep, hashText, KeyIndex } from './key-index.ts';
import { LineCursor } from './line-cursor.ts';
import { unquote } from './quoted.ts';

const BANG = 0x21;
const QUOTE = 0x22;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const EQUALS = 0x3d;
const OPEN = 0x5b;
const CLOSE = 0x5d;

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
class OptionScanner extends LineCursor {
  readonly #entries: OptionEntry[] = [];
  readonly #sections: OptionSection[] = [];
  readonly #comments: OptionComment[] = [];
  /** A line of an option file is rarely shorter than this on average. */
  readonly #keys = new KeyIndex(this.text.length / 32);
  readonly #dropped = new Set<OptionEntry>();
  #section: string | undefined;
  #sectionHash = 0;
  #lostSection = false;

  read(): OptionReading {
    while (this.advance()) this.#readLine();
    const dropped = this.#dropped;
    return {
      entries: dropped.size > 0 ? this.#entries.filter((entry) => !dropped.has(entry)) : this.#entries,
      sections: this.#sections,
      comments: this.#comments,
      diagnostics: this.findings(),
    };
  }

  #readLine(): void {
    const text = this.text;
    const at = skipBlanks(text, this.start, this.end);
    if (at === this.end) return;
    const first = text.charCodeAt(at);
    if (!this.lineIsSound()) {
      if (first === OPEN) this.#loseSection();
      else if (first !== SEMICOLON && first !== HASH) this.#skipContinuation(at);
      return;
    }
    if (first === SEMICOLON || first === HASH) {
      const comment = text.slice(at, dropBlanks(text, at, this.end));
      this.#comments.push({ file: this.file, line: this.line, text: comment });
    } else if (first === OPEN) this.#readHeader(at);
    else this.#readOption(at);
  }

  #readHeader(at: number): void {
    const text = this.text;
    let close = at + 1;
    while (close < this.end && text.charCodeAt(close) !== CLOSE) close += 1;
    const from = skipBlanks(text, at + 1, close);
    const name = text.slice(from, dropBlanks(text, from, close));
    if (close === this.end) {
      this.report(at, 'unclosed-section', 'This section header does not end. Close it with ]. Its lines are not read.');
      this.#loseSection();
    } else if (name === '') {
      this.report(at, 'empty-section', 'This section has no name. Write it between [ and ]. Its lines are not read.');
      this.#loseSection();
    } else {
      const rest = skipBlanks(text, close + 1, this.end);
      if (rest < this.end) {
        const message = `There is text behind [${name}]. Put it on a line of its own; a comment starts its line with ; or #.`;
        this.report(rest, 'text-after-section', message);
      }
      this.#enterSection(name);
    }
  }

  #enterSection(name: string): void {
    this.#section = name;
    this.#sectionHash = hashText(name);
    this.#sections.push({ name, file: this.file, line: this.line });
  }

  /** After a broken header the lines below must not fall into the section above. */
  #loseSection(): void {
    this.#section = undefined;
    this.#lostSection = true;
  }

  #readOption(at: number): void {
    const text = this.text;
    const end = this.end;
    let keyEnd = at;
    let hash = this.#sectionHash;
    for (let code = text.charCodeAt(at); keyEnd < end; code = text.charCodeAt(keyEnd)) {
      if (PLAIN_KEY_CODES[code] !== 1 && !this.#isOtherKeyCharacter(keyEnd, code)) break;
      hash = hashStep(hash, code);
      keyEnd += 1;
    }
    const final = keyEnd < end && text.charCodeAt(keyEnd) === BANG;
    const equals = skipBlanks(text, final ? keyEnd + 1 : keyEnd, end);
    if (equals === end || text.charCodeAt(equals) !== EQUALS || keyEnd === at) {
      this.#reportKey(at, keyEnd);
      return;
    }
    const valueStart = skipBlanks(text, equals + 1, end);
    const valueEnd = dropBlanks(text, valueStart, end);
    const line = this.line;
    const column = at - this.start + 1;
    const valueColumn = valueStart - this.start + 1;
    const key = text.slice(at, keyEnd);
    if (!this.isContinued(valueStart, valueEnd) && text.charCodeAt(valueStart) !== QUOTE) {
      const value = text.slice(valueStart, valueEnd);
      this.#push(key, hash, { section: '', key, value, file: this.file, line, column, final, valueColumn });
      return;
    }
    const long = this.#readLongValue(valueStart, valueEnd);
    if (!long) return;
    const { value, marks } = long;
    this.#push(key, hash, { section: '', key, value, file: this.file, line, column, final, valueColumn, marks });
  }

  #isOtherKeyCharacter(at: number, code: number): boolean {
    if (code < 128) return false;
    // The second half of a pair belongs to the first, which has been looked at before.
    if (code >= 0xdc00 && code < 0xe000) return keyCharacterLength(this.text, at - 1) === 2;
    return keyCharacterLength(this.text, at) > 0;
  }

  #push(key: string, hash: number, found: OptionEntry): void {
    const section = this.#section;
    if (section === undefined) {
      if (!this.#lostSection) {
        const message = `${key} stands before any [section], so it is not read. Put a section header above it.`;
        this.diagnose(found.line, found.column, 'no-section', message, 'error');
      }
      this.#lostSection = true;
      return;
    }
    (found as { section: string }).section = section;
    const number = this.#keys.note(hash, section, key, this.#entries);
    const earlier = number < 0 ? undefined : this.#entries[number];
    this.#entries.push(found);
    if (earlier && !(section === INCLUDE && key === INCLUDE)) this.#dropRepeated(earlier, found);
  }

  #dropRepeated(earlier: OptionEntry, found: OptionEntry): void {
    const { section, key, line } = found;
    const message = `${key} of [${section}] stands at line ${earlier.line} and again at line ${line}, which counts. Remove one of them.`;
    this.diagnose(line, found.column, 'repeated-key', message, 'warning');
    this.#dropped.add(earlier);
  }

  /** A value that is continued, quoted, or both: the pieces are trimmed and joined by one blank. */
  #readLongValue(start: number, end: number): { value: string; marks: readonly ValueMark[] } | undefined {
    const pieces: string[] = [];
    const places: ValueMark[] = [];
    let length = 0;
    let from = start;
    let to = end;
    for (;;) {
      const more = this.isContinued(from, to);
      const piece = this.text.slice(from, more ? dropBlanks(this.text, from, to - 1) : to);
      if (piece !== '') {
        places.push({ offset: length, line: this.line, column: from - this.start + 1 });
        pieces.push(piece);
        length += piece.length + 1;
      }
      if (!more) break;
      const slash = to - 1;
      if (!this.advance()) {
        const message = 'The \\ at the end of the last line continues nothing. Remove it, or add the missing line.';
        this.report(slash, 'continuation-at-end', message);
        return undefined;
      }
      if (!this.lineIsSound()) {
        this.#skipContinuation(this.start);
        return undefined;
      }
      from = skipBlanks(this.text, this.start, this.end);
      to = dropBlanks(this.text, from, this.end);
    }
    return this.#resolve(pieces.join(' '), places);
  }

  #resolve(raw: string, places: readonly ValueMark[]): { value: string; marks: readonly ValueMark[] } | undefined {
    if (raw.charCodeAt(0) !== QUOTE) return { value: raw, marks: places };
    const unquoted = unquote(raw, places);
    if (unquoted.ok) return unquoted;
    const place = places.findLast((p) => p.offset <= unquoted.offset) ?? { offset: 0, line: this.line, column: 1 };
    const column = place.column + unquoted.offset - place.offset;
    this.diagnose(place.line, column, unquoted.code, unquoted.message, 'error');
    return undefined;
  }

  #reportKey(at: number, keyEnd: number): void {
    const text = this.text;
    let equals = at;
    while (equals < this.end && text.charCodeAt(equals) !== EQUALS) equals += 1;
    if (equals === this.end) {
      this.report(at, 'no-equals', 'This line has no =. Write key = value, or start it with ; to make it a comment.');
    } else if (equals === at) {
      this.report(at, 'empty-key', 'There is no key before the =. Write key = value.');
    } else {
      const key = text.slice(at, dropBlanks(text, at, Math.min(equals, at + 80)));
      const message = `"${key}" is no key: letters, digits and . - _ * $ may be in it, with ! right behind it to make it final.`;
      this.report(keyEnd, 'bad-key', message);
    }
    this.#skipContinuation(at);
  }

  /** The lines a refused line goes on with belong to it and are no options. */
  #skipContinuation(at: number): void {
    let from = at;
    while (this.isContinued(from, dropBlanks(this.text, from, this.end)) && this.advance()) from = this.start;
  }
}
