import {
  type EffectiveOption,
  type EffectiveOptions,
  LAYER_KINDS,
  type LayerKind,
  type SourcedValue,
  shownText,
} from './effective-options.ts';
import { type OptionDiagnostic, type OptionEntry, type OptionSeverity, placeInValue } from './entry.ts';
import type { OptionMetadata } from './metadata.ts';
import { nearestName } from './nearest.ts';
import { type OptionValue, parseOptionText } from './values.ts';

/** One layer of OPT-2: what its file says. */
export interface OptionLayer {
  readonly kind: Exclude<LayerKind, 'default'>;
  /** Of the group, agent or transaction; empty for the other layers. */
  readonly name: string;
  readonly entries: readonly OptionEntry[];
}

export interface Layering {
  readonly options: EffectiveOptions;
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** Looking for the nearest name costs a comparison with every option, so a file full of strangers gets fewer hints. */
const MOST_HINTS = 50;

/**
 * Puts layers on top of options (OPT-2): the stronger kind later, agent groups alphabetically, transactions in the
 * order given. Values that are wrong, or that their layer may not set, do not count and are in the diagnostics.
 * `isOtherSection` says which sections belong to somebody else; a section that is neither gets a warning.
 */
export function layerOptions(
  base: EffectiveOptions,
  layers: readonly OptionLayer[],
  isOtherSection: (section: string) => boolean = () => true,
): Layering {
  const layering = new LayeringRun(base, isOtherSection);
  for (const layer of inOrder(layers)) layering.apply(layer);
  return layering.result();
}

function inOrder(layers: readonly OptionLayer[]): readonly OptionLayer[] {
  return [...layers].sort((a, b) => {
    const byKind = LAYER_KINDS.indexOf(a.kind) - LAYER_KINDS.indexOf(b.kind);
    if (byKind !== 0 || a.kind !== 'agent-group') return byKind;
    return compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.name, b.name);
  });
}

/** By code unit, so that the order is the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An option this run has made, and may therefore change in place. */
type Changed = { -readonly [K in keyof EffectiveOption]: EffectiveOption[K] } & { readonly overrode: SourcedValue[] };

function overridden(option: EffectiveOption, current: SourcedValue, final: boolean): Changed {
  const { declaration, section, name } = option;
  return { declaration, section, name, current, overrode: [...option.overrode, option.current], final };
}

function override(option: Changed, current: SourcedValue, final: boolean): void {
  option.overrode.push(option.current);
  option.current = current;
  option.final = final;
}

class LayeringRun {
  readonly #base: EffectiveOptions;
  readonly #isOtherSection: (section: string) => boolean;
  readonly #changed = new Map<string, Map<string, Changed>>();
  readonly #diagnostics: OptionDiagnostic[] = [];
  readonly #strangers = new Set<string>();
  readonly #names = new Map<string, readonly string[]>();
  #hints = 0;

  constructor(base: EffectiveOptions, isOtherSection: (section: string) => boolean) {
    this.#base = base;
    this.#isOtherSection = isOtherSection;
  }

  result(): Layering {
    return { options: this.#base.with(this.#changed), diagnostics: this.#diagnostics };
  }

  apply(layer: OptionLayer): void {
    let section: string | undefined;
    let changed = new Map<string, Changed>();
    for (const entry of layer.entries) {
      if (entry.section !== section) {
        section = entry.section;
        changed = this.#changedOf(section);
      }
      const known = changed.get(entry.key);
      const option = known ?? this.#base.find(entry.key, section);
      if (option === undefined) this.#reportUnknown(entry);
      else if (this.#maySet(layer, entry, option)) {
        const setting = this.#read(layer, entry, option.declaration);
        if (setting === undefined) continue;
        const final = entry.final && layer.kind !== 'preferences';
        if (known) override(known, setting, final);
        else changed.set(entry.key, overridden(option, setting, final));
      }
    }
  }

  #changedOf(section: string): Map<string, Changed> {
    const known = this.#changed.get(section);
    if (known) return known;
    const made = new Map<string, Changed>();
    if (this.#base.hasSection(section)) this.#changed.set(section, made);
    return made;
  }

  #maySet(layer: OptionLayer, entry: OptionEntry, option: EffectiveOption): boolean {
    if (option.final) {
      const { file, line } = option.current;
      const message = `${entry.key} is final in ${file} at line ${line}, so this line changes nothing. Remove it.`;
      this.#report(entry, 'final-option', message, 'warning');
    } else if (layer.kind === 'preferences' && !option.declaration.userSettable) {
      const message = `${entry.key} is not for agents to set, so their own value does not count.`;
      this.#report(entry, 'not-user-settable', message, 'warning');
    } else if (layer.kind === 'transaction' && !option.declaration.overridable) {
      const message = `${entry.key} cannot be changed for single interactions. Set it in another option file.`;
      this.#report(entry, 'not-overridable', message, 'warning');
    } else return true;
    return false;
  }

  #read(layer: OptionLayer, entry: OptionEntry, declaration: OptionMetadata): SourcedValue | undefined {
    const result = parseOptionText(declaration.type, entry.value, entry.key);
    if (result.ok) {
      const value = result.value as OptionValue;
      const text = shownText(declaration, entry, value);
      return { layer: layer.kind, layerName: layer.name, file: entry.file, line: entry.line, value, text };
    }
    // An agent's own wrong value must not keep the administrator's files from being taken.
    const severity = layer.kind === 'preferences' ? 'warning' : 'error';
    const place = { file: entry.file, ...placeInValue(entry, result.error.offset) };
    this.#report(place, 'bad-value', result.error.message, severity);
    return undefined;
  }

  #reportUnknown(entry: OptionEntry): void {
    const { section, key } = entry;
    if (this.#base.hasSection(section)) {
      const near = this.#hint(key, section);
      const message = `${key} is no known option of [${section}] and is ignored${near || '.'}`;
      this.#report(entry, 'unknown-option', message, 'warning');
    } else if (!this.#strangers.has(section) && !this.#isOtherSection(section)) {
      this.#strangers.add(section);
      this.#report(entry, 'unknown-section', `[${section}] is no known section. It is ignored.`, 'warning');
    }
  }

  #hint(wrong: string, section: string): string {
    this.#hints += 1;
    if (this.#hints > MOST_HINTS) return '';
    const names = this.#names.get(section) ?? this.#base.names(section);
    this.#names.set(section, names);
    const near = nearestName(wrong, names);
    return near === undefined ? '' : `; did you mean ${near}?`;
  }

  #report(
    { file, line, column }: Pick<OptionDiagnostic, 'file' | 'line' | 'column'>,
    code: string,
    message: string,
    severity: OptionSeverity,
  ): void {
    this.#diagnostics.push({ file, line, column, code, severity, message });
  }
}
