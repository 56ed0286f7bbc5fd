import type { OptionEntry } from './entry.ts';
import { MAIN_SECTION, type OptionMetadata } from './metadata.ts';
import type { OptionType } from './option-types.ts';
import { describeSecret, type SecretReference } from './secrets.ts';
import { type OptionValue, parseOptionText, type ValueOf } from './values.ts';

/** The layers of OPT-2, the later the stronger. */
export const LAYER_KINDS = [
  'default',
  'application',
  'tenant',
  'agent-group',
  'agent',
  'preferences',
  'transaction',
] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/** Who gave a value: the layer, and the line of the file. */
export interface ValueSource {
  readonly layer: LayerKind;
  /** Of the group, agent or transaction; empty for the other layers. */
  readonly layerName: string;
  /** Empty for the built-in default. */
  readonly file: string;
  /** 0 for the built-in default. */
  readonly line: number;
}

/** A value with its source. The text of a secret says only where it comes from. */
export interface SourcedValue extends ValueSource {
  readonly value: OptionValue;
  readonly text: string;
}

/** One option as it is in force, and why (OPT-2). */
export interface EffectiveOption {
  readonly declaration: OptionMetadata;
  readonly section: string;
  /** The full name; of a family such as `keyboard.<command-id>` the member's. */
  readonly name: string;
  readonly current: SourcedValue;
  /** What the value in force has overridden, the built-in default first. */
  readonly overrode: readonly SourcedValue[];
  /** No later layer may change it. */
  readonly final: boolean;
}

interface Family {
  readonly pattern: RegExp;
  readonly declaration: OptionMetadata;
}

/**
 * All options in force: the built-in defaults, or those with layers on top (`layerOptions`). Never changes; layers on
 * top make a new one that shares what they do not touch.
 */
export class EffectiveOptions {
  readonly #parent: EffectiveOptions | undefined;
  readonly #own: ReadonlyMap<string, ReadonlyMap<string, EffectiveOption>>;
  readonly #families: ReadonlyMap<string, readonly Family[]>;

  private constructor(
    own: ReadonlyMap<string, ReadonlyMap<string, EffectiveOption>>,
    families: ReadonlyMap<string, readonly Family[]>,
    parent?: EffectiveOptions,
  ) {
    this.#own = own;
    this.#families = families;
    this.#parent = parent;
  }

  /** The built-in defaults of all declared options. Of two declarations with one name the first counts. */
  static defaults(declarations: readonly OptionMetadata[]): EffectiveOptions {
    const own = new Map<string, Map<string, EffectiveOption>>();
    const families = new Map<string, Family[]>();
    for (const declaration of declarations) {
      const { section, name } = declaration;
      const options = getOrAdd(own, section, () => new Map<string, EffectiveOption>());
      if (name.includes('<')) {
        getOrAdd(families, section, () => []).push({ pattern: familyPattern(name), declaration });
      } else if (!options.has(name)) options.set(name, defaultOption(declaration, name));
    }
    return new EffectiveOptions(own, families);
  }

  /** These options with others in the place of some. */
  with(changed: ReadonlyMap<string, ReadonlyMap<string, EffectiveOption>>): EffectiveOptions {
    return new EffectiveOptions(changed, this.#families, this);
  }

  /** The option in force; undefined when nothing of this name is declared. A family's member has the family's default. */
  find(name: string, section: string = MAIN_SECTION): EffectiveOption | undefined {
    return this.#known(section, name) ?? this.#member(section, name);
  }

  /** The value of a declared option, with its type. */
  value<N extends string, T extends OptionType>(declaration: OptionMetadata<N, T>): ValueOf<T> {
    const option = this.find(declaration.name, declaration.section);
    if (!option) throw new Error(`Option ${declaration.name} is read but not declared in this set`);
    return option.current.value as ValueOf<T>;
  }

  hasSection(section: string): boolean {
    return this.#own.has(section) || this.#families.has(section) || (this.#parent?.hasSection(section) ?? false);
  }

  /** All options with a value, families only with the members some layer has set; in order of declaration. */
  all(): readonly EffectiveOption[] {
    return [...this.#merged().values()];
  }

  /** Names that could be meant in a section. */
  names(section: string): readonly string[] {
    return this.all()
      .filter((option) => option.section === section)
      .map((option) => option.name);
  }

  #merged(): Map<string, EffectiveOption> {
    const merged = this.#parent ? this.#parent.#merged() : new Map<string, EffectiveOption>();
    for (const [section, options] of this.#own) {
      for (const [name, option] of options) merged.set(`${section}\n${name}`, option);
    }
    return merged;
  }

  #known(section: string, name: string): EffectiveOption | undefined {
    const own = this.#own.get(section)?.get(name);
    return own || !this.#parent ? own : this.#parent.#known(section, name);
  }

  #member(section: string, name: string): EffectiveOption | undefined {
    const family = this.#families.get(section)?.find(({ pattern }) => pattern.test(name));
    return family && defaultOption(family.declaration, name);
  }
}

/** The text of a value as it may be shown. */
export function shownText(declaration: OptionMetadata, entry: Pick<OptionEntry, 'value'>, value: OptionValue): string {
  if (declaration.type.kind !== 'secret') return entry.value;
  return value === null ? '' : describeSecret(value as SecretReference);
}

function defaultOption(declaration: OptionMetadata, name: string): EffectiveOption {
  const result = parseOptionText(declaration.type, declaration.default, declaration.name);
  if (!result.ok) throw new Error(`Bad default: ${result.error.message}`);
  const value = result.value as OptionValue;
  const text = shownText(declaration, { value: declaration.default }, value);
  const current: SourcedValue = { layer: 'default', layerName: '', file: '', line: 0, value, text };
  return { declaration, section: declaration.section, name, current, overrode: [], final: false };
}

function familyPattern(name: string): RegExp {
  const parts = name.split(/<[^>]*>/).map((part) => part.replace(/[.*$]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
