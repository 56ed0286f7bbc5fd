import type { Result } from '../result.ts';
import {
  OPTION_LIMITS,
  type OptionComment,
  type OptionDiagnostic,
  type OptionEntry,
  type OptionReading,
  type OptionSection,
  type OptionSeverity,
} from './entry.ts';
import { INCLUDE, readOptionText } from './reader.ts';

/** Where option files come from. Names are relative to the options folder, with `/`, such as `agents/kaa.ini`. */
export interface OptionFileSource {
  /** The file's bytes. Refusals: `not-found` when there is no such file; any other code means it cannot be read. */
  read(name: string): Result<Uint8Array>;
}

export interface OptionFileReading extends OptionReading {
  /** False when the file itself is not there, which is no error for most layers (OPT-2). */
  readonly found: boolean;
  /** All files that were asked for, the missing ones too: what a watcher watches. */
  readonly files: readonly string[];
}

/**
 * Reads an option file with what it includes (OPT-1), each file once, in the place of its include line. A key that two
 * files of the set give in the same section counts as repeated: the last wins. A missing file is an error unless
 * `optional`.
 */
export function readOptionFile(
  name: string,
  source: OptionFileSource,
  { optional = false }: { readonly optional?: boolean } = {},
): OptionFileReading {
  return new FileSet(source).read(name, optional);
}

class FileSet {
  readonly #source: OptionFileSource;
  readonly #entries: OptionEntry[] = [];
  readonly #sections: OptionSection[] = [];
  readonly #comments: OptionComment[] = [];
  readonly #diagnostics: OptionDiagnostic[] = [];
  readonly #files = new Set<string>();

  constructor(source: OptionFileSource) {
    this.#source = source;
  }

  read(name: string, optional: boolean): OptionFileReading {
    const place = { file: name, line: 1, column: 1 };
    const found = this.#addFile(name, [], place, optional);
    return {
      found,
      files: [...this.#files],
      entries: this.#files.size > 1 ? this.#lastOfEach() : this.#entries,
      sections: this.#sections,
      comments: this.#comments,
      diagnostics: this.#diagnostics,
    };
  }

  #addFile(name: string, chain: readonly string[], place: Place, optional: boolean): boolean {
    this.#files.add(name);
    const content = this.#source.read(name);
    if (!content.ok) {
      const missing = content.error.code === 'not-found';
      if (missing && optional) return false;
      const message = missing
        ? `${name} is not there. Put the file beside the others, or remove what asks for it.`
        : `${name} cannot be read: ${content.error.message}`;
      this.#report(place, missing ? 'missing-file' : 'unreadable-file', message);
      return !missing;
    }
    const reading = readOptionText(name, content.value);
    // One by one: a file may hold more lines than a call may have arguments.
    for (const diagnostic of reading.diagnostics) this.#diagnostics.push(diagnostic);
    for (const section of reading.sections) this.#sections.push(section);
    for (const comment of reading.comments) this.#comments.push(comment);
    for (const entry of reading.entries) {
      if (entry.section === INCLUDE) this.#include(entry, [...chain, name]);
      else this.#entries.push(entry);
    }
    return true;
  }

  #include(entry: OptionEntry, chain: readonly string[]): void {
    const place = { file: entry.file, line: entry.line, column: entry.valueColumn };
    if (entry.key !== INCLUDE) {
      const message = `${entry.key} means nothing in [include]. Write include = FILE, one line for each file.`;
      this.#report({ ...place, column: entry.column }, 'unknown-include-key', message, 'warning');
      return;
    }
    if (!isSiblingName(entry.value)) {
      const message = `"${entry.value}" is no file beside ${entry.file}. Write only a file name, without any folder.`;
      this.#report(place, 'include-outside-folder', message);
      return;
    }
    const name = entry.file.slice(0, entry.file.lastIndexOf('/') + 1) + entry.value;
    if (this.#mayInclude(name, chain, place)) this.#addFile(name, chain, place, false);
  }

  #mayInclude(name: string, chain: readonly string[], place: Place): boolean {
    if (chain.includes(name)) {
      const round = [...chain.slice(chain.indexOf(name)), name].join(' → ');
      this.#report(
        place,
        'include-cycle',
        `These files include each other in a circle: ${round}. Remove one include line.`,
      );
    } else if (this.#files.has(name)) {
      const message = `${name} is included a second time, which changes nothing. Remove one include line.`;
      this.#report(place, 'included-twice', message, 'warning');
    } else if (chain.length > OPTION_LIMITS.includeDepth) {
      const message = `${name} is included deeper than ${OPTION_LIMITS.includeDepth} levels. Include it further up.`;
      this.#report(place, 'include-too-deep', message);
    } else if (this.#files.size > OPTION_LIMITS.includedFiles) {
      const message = `More than ${OPTION_LIMITS.includedFiles} files are included; ${name} is not read. Put files together.`;
      this.#report(place, 'too-many-files', message);
    } else return true;
    return false;
  }

  /** Within one file the reader has already dropped repeated keys; here those of different files meet. */
  #lastOfEach(): readonly OptionEntry[] {
    const last = new Map<string, OptionEntry>();
    for (const entry of this.#entries) {
      const id = `${entry.section}\n${entry.key}`;
      const earlier = last.get(id);
      if (earlier) {
        const message = `${entry.key} of [${entry.section}] stands in ${earlier.file} at line ${earlier.line} and again in ${entry.file} at line ${entry.line}, which counts. Remove one of them.`;
        this.#report(entry, 'repeated-key', message, 'warning');
        last.delete(id);
      }
      last.set(id, entry);
    }
    return [...last.values()];
  }

  #report({ file, line, column }: Place, code: string, message: string, severity: OptionSeverity = 'error'): void {
    this.#diagnostics.push({ file, line, column, code, severity, message });
  }
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** True for a plain file name: nothing that could lead out of the folder on any of the three systems. */
export function isSiblingName(name: string): boolean {
  if (name === '' || /[\\/:*?"<>|\p{Cc}]/u.test(name)) return false;
  // Also `.` and `..`; Windows drops closing dots and blanks, so that `..  ` would be the folder above.
  return !/[. ]$/.test(name);
}
