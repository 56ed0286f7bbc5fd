import {
  type ResponseFile,
  type ResponseStructure,
  responseStructureSchema,
  type StandardResponse,
} from '../../domain/standard-response.ts';
import { unknownFieldCodes } from '../../rules/field-codes.ts';
import { mimeTypeOf } from '../../rules/file-types.ts';
import { type OptionDiagnostic, type OptionEntry, placeInValue } from '../entry.ts';
import { isSiblingName } from '../include.ts';
import { Findings, readSection, type SectionGroup, type SectionResult } from '../section-reading.ts';
import type { PlacedText } from './response-file.ts';
import { responseKeys, splitNamedKey } from './response-keys.ts';
import { readStructure } from './response-structure.ts';

/** What reading the responses needs to know from elsewhere. */
export interface ResponseSurroundings {
  /** Bytes of a file in `responses/files/`; undefined when there is none of that name. */
  readonly sizeOf: (fileName: string) => number | undefined;
  /** The declared contact attributes, for field codes (OPT-6). */
  readonly attributes: readonly string[];
}

export interface ResponseReading {
  readonly response: StandardResponse;
  readonly shortcutPlace: OptionEntry | SectionGroup;
  readonly findings: Findings;
}

const MOST_TEXT = 65_536;
const SHORTCUT = /^[\p{L}\p{N}._-]+$/u;

/**
 * Reads one standard response (UI-6). It always comes out, as far as it can be read; what is wrong is among its faults
 * and findings, which are warnings: one wrong response keeps neither the others nor a server from working.
 */
export function readResponse(
  id: string,
  group: SectionGroup,
  below: PlacedText | undefined,
  { sizeOf, attributes }: ResponseSurroundings,
): ResponseReading {
  const findings = new Findings();
  const named = group.entries.filter(({ key }) => splitNamedKey(key) !== undefined);
  const plain = group.entries.filter((entry) => !named.includes(entry));
  const section = readSection(responseKeys, { ...group, entries: plain }, findings);
  const { values, place } = section;
  const reader = new Reader(findings, section, sizeOf);
  const text = reader.text(below);
  const structure = reader.structure(id, named, text);
  if (text === '' && structure === null && values.files.length === 0) {
    findings.add(group, 'warning', 'empty-response', `${id} says nothing. Give it a text, files or a template.`);
  }
  reader.checkFields([...named, ...plain], below, attributes);
  const response: StandardResponse = {
    id,
    name: values.name || id,
    category: pathOf(values.category),
    language: values.language,
    shortcut: reader.shortcut(),
    text,
    files: reader.files(),
    ...(reader.missing.length > 0 ? { missingFiles: reader.missing } : {}),
    structure,
    faults: findings.list.map(({ message }) => message),
  };
  return { response, shortcutPlace: place('shortcut'), findings };
}

/** `Support / Shipping/` is `Support/Shipping`. */
function pathOf(category: string): string {
  const parts = category.split('/').map((part) => part.trim());
  return parts.filter((part) => part !== '').join('/');
}

class Reader {
  readonly #findings: Findings;
  readonly #section: SectionResult<typeof responseKeys>;
  readonly #sizeOf: ResponseSurroundings['sizeOf'];
  /** Files that should go with it and are not there. */
  readonly missing: string[] = [];

  constructor(findings: Findings, section: SectionResult<typeof responseKeys>, sizeOf: ResponseSurroundings['sizeOf']) {
    this.#findings = findings;
    this.#section = section;
    this.#sizeOf = sizeOf;
  }

  text(below: PlacedText | undefined): string {
    const { text } = this.#section.values;
    if (!below) return text;
    if (text !== '')
      this.#report('text', 'repeated-text', 'text stands as a key and below [text], which counts. Remove one.');
    if (below.text.length <= MOST_TEXT) return below.text;
    const message = `The text has ${below.text.length} characters, and ${MOST_TEXT} are read. Shorten it.`;
    this.#findings.add(below, 'warning', 'text-too-long', message);
    return below.text.slice(0, MOST_TEXT);
  }

  shortcut(): string {
    const { shortcut } = this.#section.values;
    if (shortcut === '' || SHORTCUT.test(shortcut)) return shortcut;
    const message = `"${shortcut}" cannot be typed as a shortcut. Write letters, digits and . - _ without the slash.`;
    this.#report('shortcut', 'bad-value', message);
    return '';
  }

  structure(id: string, named: readonly OptionEntry[], text: string): ResponseStructure | null {
    const { values } = this.#section;
    const report = (place: keyof typeof responseKeys | OptionEntry, code: string, message: string) =>
      this.#report(place, code, message);
    const structure = readStructure({ id, values, named, text, report });
    if (values.headerFile !== '') this.#fileOf(values.headerFile, 'header-file');
    const checked = responseStructureSchema.nullable().safeParse(structure);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    report('template', 'bad-structure', `It cannot be sent like this: ${issue?.path.join('.')}: ${issue?.message}.`);
    return null;
  }

  files(): readonly ResponseFile[] & StandardResponse['files'] {
    return this.#section.values.files.flatMap((name) => this.#fileOf(name, 'files') ?? []);
  }

  #fileOf(name: string, key: 'files' | 'header-file'): ResponseFile | undefined {
    const size = isSiblingName(name) ? this.#sizeOf(name) : undefined;
    const mimeType = mimeTypeOf(name);
    if (!isSiblingName(name)) {
      this.#report(key, 'bad-value', `"${name}" is no plain file name. Files stand in responses/files/.`);
    } else if (size === undefined) {
      if (key === 'files') this.missing.push(name);
      this.#report(key, 'missing-file', `${name} is not in responses/files/. Put it there, or take it out of ${key}.`);
    } else if (mimeType === undefined) {
      this.#report(
        key,
        'unknown-file-type',
        `${name} is of a kind that cannot be sent. Name its ending as it is, or leave it out.`,
      );
    } else return { name, mimeType, size };
    return undefined;
  }

  checkFields(entries: readonly OptionEntry[], below: PlacedText | undefined, attributes: readonly string[]): void {
    for (const entry of entries) {
      this.#checkCodes(entry.value, attributes, (offset) => ({ file: entry.file, ...placeInValue(entry, offset) }));
    }
    if (below) this.#checkCodes(below.text, attributes, (offset) => placeBelow(below, offset));
  }

  #checkCodes(text: string, attributes: readonly string[], placeOf: (offset: number) => OptionPlace): void {
    for (const { code, nearest } of unknownFieldCodes(text, attributes)) {
      const hint = nearest === undefined ? 'Correct it.' : `Did you mean ${nearest}?`;
      const message = `${code} is no known field code, so it stays unfilled. ${hint}`;
      this.#findings.add(placeOf(text.indexOf(code)), 'warning', 'unknown-field-code', message);
    }
  }

  #report(place: keyof typeof responseKeys | OptionEntry, code: string, message: string): void {
    const found = typeof place === 'string' ? this.#section.place(place) : place;
    this.#findings.add(found, 'warning', code, message);
  }
}

type OptionPlace = Pick<OptionDiagnostic, 'file' | 'line' | 'column'>;

function placeBelow({ text, file, line }: PlacedText, offset: number): OptionPlace {
  const before = text.slice(0, offset).split('\n');
  return { file, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
