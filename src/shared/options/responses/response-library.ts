import type { StandardResponse } from '../../domain/standard-response.ts';
import type { Result } from '../../result.ts';
import type { OptionDiagnostic, OptionReading } from '../entry.ts';
import { groupSections } from '../section-reading.ts';
import type { ServerConfig } from '../server-config.ts';
import { isPlainName, splitSectionName } from '../server-names.ts';
import { readResponseFile, unreadable } from './response-file.ts';
import { type ResponseReading, type ResponseSurroundings, readResponse } from './response-reader.ts';

/** Folder of the responses that have a file of their own, beside the option files (WA-4). */
export const RESPONSES = 'responses';
/** What goes with them. */
export const RESPONSE_FILES = 'responses/files';

/** Names of the declared contact attributes (OPT-6), which are field codes as well. */
export function contactAttributes({ businessAttributes }: Pick<ServerConfig, 'businessAttributes'>): readonly string[] {
  const declared = businessAttributes.filter(({ name }) => name === 'ContactAttribute');
  return declared.flatMap(({ values }) => values.map(({ value }) => value));
}

/** One `responses/<id>.ini`. */
export interface ResponseText {
  readonly id: string;
  readonly content: Result<Uint8Array>;
}

export interface ResponseLibrarySource extends ResponseSurroundings {
  /** `application.ini` with its includes. */
  readonly reading: Pick<OptionReading, 'entries' | 'sections'>;
  /** In the order in which they are listed. */
  readonly texts: readonly ResponseText[];
}

export interface ResponseLibrary {
  readonly responses: readonly StandardResponse[];
  /** Warnings only: a wrong response is listed with its faults and keeps nothing else from working. */
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** Reads the standard response library (UI-6): sections first, then files. Of one id the first counts. */
export function readResponseLibrary(source: ResponseLibrarySource): ResponseLibrary {
  const reader = new LibraryReader(source);
  for (const group of groupSections(source.reading)) {
    const { kind, name } = splitSectionName(group.name) ?? {};
    if (kind !== 'standard-response' || name === undefined) continue;
    reader.add(readResponse(name, group, undefined, source), group);
  }
  for (const text of source.texts) reader.addFile(text);
  return { responses: reader.responses, diagnostics: reader.diagnostics };
}

class LibraryReader {
  readonly responses: StandardResponse[] = [];
  readonly diagnostics: OptionDiagnostic[] = [];
  readonly #source: ResponseSurroundings;
  readonly #ids = new Map<string, string>();
  readonly #shortcuts = new Map<string, string>();

  constructor(source: ResponseSurroundings) {
    this.#source = source;
  }

  addFile({ id, content }: ResponseText): void {
    const file = `${RESPONSES}/${id}.ini`;
    const { group, text, diagnostics } = content.ok
      ? readResponseFile(file, content.value)
      : unreadable(file, content.error.message);
    const reading = readResponse(id, group, text, this.#source);
    const unread = diagnostics.map(softened);
    reading.findings.list.unshift(...unread);
    const faults = [...unread.map(({ message }) => message), ...reading.response.faults];
    this.add({ ...reading, response: { ...reading.response, faults } }, { file, line: 1 });
  }

  add({ response, findings, shortcutPlace }: ResponseReading, place: { readonly file: string; readonly line: number }) {
    const { id, shortcut, language } = response;
    const faults = [...response.faults];
    const report = (at: { file: string; line: number; column?: number }, code: string, message: string) => {
      findings.add(at, 'warning', code, message);
      faults.push(message);
    };
    if (!isPlainName(id)) report(place, 'bad-name', `"${id}" is no good id. Use letters, digits, . - _`);
    const earlier = this.#ids.get(id);
    if (earlier !== undefined) {
      findings.add(
        place,
        'warning',
        'repeated-response',
        `${id} stands in ${earlier} already, which counts. Rename one.`,
      );
      this.diagnostics.push(...findings.list.map(softened));
      return;
    }
    this.#ids.set(id, place.file);
    const owner = this.#shortcutOwner(shortcut, language);
    if (owner !== undefined) {
      const message = `/${shortcut} is the shortcut of ${owner} in this language already. Choose another one.`;
      report(shortcutPlace, 'repeated-shortcut', message);
    } else if (shortcut !== '') this.#shortcuts.set(keyOf(shortcut, language), id);
    this.diagnostics.push(...findings.list.map(softened));
    this.responses.push({ ...response, faults });
  }

  #shortcutOwner(shortcut: string, language: string): string | undefined {
    return shortcut === '' ? undefined : this.#shortcuts.get(keyOf(shortcut, language));
  }
}

function keyOf(shortcut: string, language: string): string {
  return `${language.toLowerCase()} ${shortcut.toLowerCase()}`;
}

/** Elsewhere an error keeps a pushed set out; a wrong response must not. */
function softened(diagnostic: OptionDiagnostic): OptionDiagnostic {
  return diagnostic.severity === 'warning' ? diagnostic : { ...diagnostic, severity: 'warning' };
}
