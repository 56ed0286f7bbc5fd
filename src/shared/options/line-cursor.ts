import { isBlank } from './characters.ts';
import { OPTION_LIMITS, type OptionDiagnostic, type OptionSeverity, utf8Length } from './entry.ts';

const RETURN = 0x0d;
const BACKSLASH = 0x5c;

/** Goes through a text line by line without cutting it up, checks each line, and collects findings with their place. */
export class LineCursor {
  protected readonly file: string;
  protected readonly text: string;
  /** The current line: its number, its first character, and its end without the line break. */
  protected line = 0;
  protected start = 0;
  protected end = 0;
  readonly #diagnostics: OptionDiagnostic[] = [];
  #unlisted = 0;
  #next = 0;
  /** Offset of the next carriage return not yet passed; kept, so that looking for it stays linear. */
  #nextReturn = -1;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Goes to the next line; false at the end of the text. */
  protected advance(): boolean {
    const { text } = this;
    if (this.#next >= text.length) return false;
    const feed = text.indexOf('\n', this.#next);
    this.start = this.#next;
    this.end = feed < 0 ? text.length : feed;
    this.#next = this.end + 1;
    this.line += 1;
    if (this.end > this.start && text.charCodeAt(this.end - 1) === RETURN) this.end -= 1;
    return true;
  }

  /** False, with a finding, when the line is too long or holds a carriage return. */
  protected lineIsSound(): boolean {
    const { text, start, end } = this;
    if ((end - start) * 3 > OPTION_LIMITS.lineBytes && utf8Length(text, start, end) > OPTION_LIMITS.lineBytes) {
      this.report(
        start,
        'line-too-long',
        'This line is longer than 64 KiB. Break it with a blank and a \\ at its end.',
      );
      return false;
    }
    if (this.#nextReturn < start) {
      const found = text.indexOf('\r', start);
      this.#nextReturn = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    if (this.#nextReturn >= end) return true;
    const message = 'A carriage return stands inside this line. Save the file with LF or CRLF as line end.';
    this.report(this.#nextReturn, 'stray-carriage-return', message);
    return false;
  }

  /** True when what ends at `to` ends with a blank and a `\`. */
  protected isContinued(from: number, to: number): boolean {
    const { text } = this;
    return to > from && text.charCodeAt(to - 1) === BACKSLASH && to > 1 && isBlank(text.charCodeAt(to - 2));
  }

  /** An error at an offset of the current line. */
  protected report(offset: number, code: string, message: string): void {
    this.diagnose(this.line, offset - this.start + 1, code, message, 'error');
  }

  protected diagnose(line: number, column: number, code: string, message: string, severity: OptionSeverity): void {
    if (this.#diagnostics.length < OPTION_LIMITS.diagnostics) {
      this.#diagnostics.push({ file: this.file, line, column, code, severity, message });
    } else this.#unlisted += 1;
  }

  /** All findings; when there were too many, the last says how many are not listed. */
  protected findings(): readonly OptionDiagnostic[] {
    if (this.#unlisted > 0) {
      const { file, line } = this;
      const message = `${this.#unlisted} more findings in this file are not listed. Correct the ones above first.`;
      this.#diagnostics.push({ file, line, column: 1, code: 'more-findings', severity: 'error', message });
      this.#unlisted = 0;
    }
    return this.#diagnostics;
  }
}
