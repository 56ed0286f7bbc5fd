import type { OptionDiagnostic, OptionEntry, OptionReading, OptionSeverity } from './entry.ts';
import { placeInValue } from './entry.ts';
import { nearestName } from './nearest.ts';
import type { OptionType } from './option-types.ts';
import { parseOptionText, type ValueOf } from './values.ts';

/** One key of a server section. */
export interface KeySpec {
  readonly type: OptionType;
  /** As it would stand in the file; what counts when the key is absent or wrong. */
  readonly default: string;
  readonly description: string;
  /** When it is wrong, or absent without a default, the section cannot be used. */
  readonly required?: boolean;
  /** The default could let more happen than is meant, so a wrong or misspelt key keeps the server from starting. */
  readonly critical?: boolean;
}

export type SectionSpec = Readonly<Record<string, KeySpec>>;

type Camel<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;

/** What reading a section gives: the values by the names of the keys in camel case. */
export type SectionValues<S extends SectionSpec> = {
  readonly [K in keyof S & string as Camel<K>]: ValueOf<S[K]['type']>;
};

/** Declares the keys of a section, keeping their types for the compiler. */
export function defineSection<const S extends SectionSpec>(spec: S): S {
  return spec;
}

/** All that stands in one section, wherever its headers are. */
export interface SectionGroup {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly entries: readonly OptionEntry[];
}

/** Sections in order of their first header, the empty ones too. */
export function groupSections(reading: Pick<OptionReading, 'entries' | 'sections'>): readonly SectionGroup[] {
  const groups = new Map<string, SectionGroup & { readonly entries: OptionEntry[] }>();
  for (const { name, file, line } of reading.sections) {
    if (!groups.has(name)) groups.set(name, { name, file, line, entries: [] });
  }
  for (const entry of reading.entries) groups.get(entry.section)?.entries.push(entry);
  return [...groups.values()];
}

/** Collects findings about sections; `place` is an entry or a whole section. */
export class Findings {
  readonly list: OptionDiagnostic[] = [];

  add(
    place: { readonly file: string; readonly line: number; readonly column?: number },
    severity: OptionSeverity,
    code: string,
    message: string,
  ): void {
    this.list.push({ file: place.file, line: place.line, column: place.column ?? 1, code, severity, message });
  }
}

export interface SectionResult<S extends SectionSpec> {
  readonly values: SectionValues<S>;
  /** False when a required key is missing or wrong. */
  readonly usable: boolean;
  /** Where a key stands, or the section's header when it is absent. */
  place(key: keyof S & string): OptionEntry | SectionGroup;
}

/** Reads the declared keys of a section. A wrong value counts as absent and is reported, as are unknown keys. */
export function readSection<S extends SectionSpec>(spec: S, group: SectionGroup, findings: Findings): SectionResult<S> {
  const entries = new Map(group.entries.map((entry) => [entry.key, entry]));
  for (const entry of group.entries) if (!Object.hasOwn(spec, entry.key)) reportUnknown(spec, entry, findings);
  const values: Record<string, unknown> = {};
  let usable = true;
  for (const [key, keySpec] of Object.entries(spec)) {
    const value = readKey(key, keySpec, group, entries.get(key), findings);
    if (value === undefined && keySpec.required) usable = false;
    values[camel(key)] = value;
  }
  return { values: values as SectionValues<S>, usable, place: (key) => entries.get(key) ?? group };
}

/** The value, or undefined when a required one cannot be had. */
function readKey(
  key: string,
  spec: KeySpec,
  group: SectionGroup,
  entry: OptionEntry | undefined,
  findings: Findings,
): unknown {
  if (entry) {
    const result = parseOptionText(spec.type, entry.value, `${key} of [${group.name}]`);
    if (result.ok) return result.value;
    const place = { file: entry.file, ...placeInValue(entry, result.error.offset) };
    const message = `${result.error.message}${consequence(spec)}`;
    findings.add(place, spec.critical ? 'fatal' : 'error', 'bad-value', message);
    if (spec.required) return undefined;
  } else if (spec.required && spec.default === '') {
    findings.add(group, 'error', 'missing-key', `[${group.name}] has no ${key}. The section is not used without it.`);
    return undefined;
  }
  const fallback = parseOptionText(spec.type, spec.default, key);
  if (!fallback.ok) throw new Error(`Bad default: ${fallback.error.message}`);
  return fallback.value;
}

function consequence(spec: KeySpec): string {
  if (spec.critical) return ' The server does not start like this.';
  if (spec.required) return ' The section is not used like this.';
  return spec.default === '' ? ' It counts as not set.' : ` Until then ${spec.default} counts.`;
}

function reportUnknown(spec: SectionSpec, entry: OptionEntry, findings: Findings): void {
  const near = nearestName(entry.key, Object.keys(spec));
  const critical = near !== undefined && spec[near]?.critical === true;
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  const message = critical
    ? `${entry.key} is not known in [${entry.section}].${hint} The server does not start before this is clear.`
    : `${entry.key} is not known in [${entry.section}] and is ignored.${hint}`;
  findings.add(entry, critical ? 'fatal' : 'warning', 'unknown-option', message);
}

function camel(key: string): string {
  return key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
