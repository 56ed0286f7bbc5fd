import type { OptionList } from '#shared/ipc/option-list.ts';
import { EffectiveOptions } from '#shared/options/effective-options.ts';
import type { OptionDiagnostic, OptionEntry } from '#shared/options/entry.ts';
import { type OptionFileSource, readOptionFile } from '#shared/options/include.ts';
import { layerOptions, type OptionLayer } from '#shared/options/layers.ts';
import { MAIN_SECTION, type OptionMetadata } from '#shared/options/metadata.ts';
import type { OptionType } from '#shared/options/option-types.ts';
import { parseOptionText, type ValueOf } from '#shared/options/values.ts';
import { printOptionEntries } from '#shared/options/writer.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

export interface OptionStoreOptions {
  /** The administrators' files. */
  readonly files: OptionFileSource;
  /** The agent's own preferences; `read` and `write` one file an agent, named `<agent>.ini`. */
  readonly preferences: OptionFileSource & { write(name: string, content: string): Promise<void> };
  /** What the host declares; plug-ins add theirs with `declare`. */
  readonly declarations: readonly OptionMetadata[];
  readonly onChange: () => void;
}

/**
 * The options in force on this desk (OPT-2): defaults, `application.ini`, `tenant.ini`, `agents/<agent>.ini`, and the
 * agent's preferences. A wrong value does not count and is among the diagnostics; the desk goes on without it.
 */
export class OptionStore {
  readonly #options: OptionStoreOptions;
  #declarations: readonly OptionMetadata[];
  #agent: string | undefined;
  #effective: EffectiveOptions;
  #diagnostics: readonly OptionDiagnostic[] = [];
  #revision = 0;

  constructor(options: OptionStoreOptions) {
    this.#options = options;
    this.#declarations = options.declarations;
    this.#effective = EffectiveOptions.defaults(options.declarations);
  }

  get diagnostics(): readonly OptionDiagnostic[] {
    return this.#diagnostics;
  }

  /** Grows with each reading. */
  get revision(): number {
    return this.#revision;
  }

  /** Adds the options of plug-ins and reads all layers again. */
  declare(more: readonly OptionMetadata[]): void {
    this.#declarations = [...this.#options.declarations, ...more];
    this.load(this.#agent);
  }

  /** Reads all layers, for this agent once one is known. */
  load(agent?: string): void {
    this.#agent = agent;
    const diagnostics: OptionDiagnostic[] = [];
    const layers: OptionLayer[] = [];
    const add = (kind: OptionLayer['kind'], name: string, file: string, source = this.#options.files) => {
      const reading = readOptionFile(file, source, { optional: true });
      diagnostics.push(...reading.diagnostics);
      layers.push({ kind, name, entries: reading.entries });
    };
    add('application', '', 'application.ini');
    add('tenant', '', 'tenant.ini');
    if (agent !== undefined) {
      add('agent', agent, `agents/${encodeURIComponent(agent)}.ini`);
      add('preferences', agent, preferencesFile(agent), this.#options.preferences);
    }
    const layered = layerOptions(EffectiveOptions.defaults(this.#declarations), layers);
    this.#effective = layered.options;
    this.#diagnostics = [...diagnostics, ...layered.diagnostics];
    this.#revision += 1;
    this.#options.onChange();
  }

  /** Typed value of a declared option. */
  value<N extends string, T extends OptionType>(declaration: OptionMetadata<N, T>): ValueOf<T> {
    return this.#effective.value(declaration);
  }

  /** Text of an option in force; empty for one nobody declared. */
  text(name: string): string {
    return this.#effective.find(name)?.current.text ?? '';
  }

  /** All options of the main section as texts, for pages. Secrets say only where they come from. */
  texts(): Readonly<Record<string, string>> {
    const own = this.#effective.all().filter((option) => option.section === MAIN_SECTION);
    return Object.fromEntries(own.map((option) => [option.name, option.current.text]));
  }

  /** Sets one of the agent's own preferences. Refused with `option-refused` when it is not theirs to set or is wrong. */
  async setPreference(name: string, value: string): Promise<Result<Record<string, never>>> {
    const option = this.#effective.find(name);
    if (!option?.declaration.userSettable)
      return refuse('option-refused', `${name} is no option that agents set themselves.`);
    if (option.final)
      return refuse('option-refused', `${name} was fixed by an administrator in ${option.current.file}.`);
    if (this.#agent === undefined) return refuse('option-refused', 'Sign in first: preferences belong to an agent.');
    const parsed = parseOptionText(option.declaration.type, value, name);
    if (!parsed.ok) return refuse('option-refused', parsed.error.message);
    const written = await this.#writePreference(this.#agent, name, value);
    if (written.ok) this.load(this.#agent);
    return written;
  }

  async resetPreference(_name: string): Promise<Result<Record<string, never>>> {
    return refuse('option-refused', 'Not yet.');
  }

  list(): OptionList {
    return { options: [], diagnostics: [], folder: '', state: 'in-force' };
  }

  async #writePreference(agent: string, name: string, value: string): Promise<Result<Record<string, never>>> {
    const file = preferencesFile(agent);
    const { entries } = readOptionFile(file, this.#options.preferences, { optional: true });
    const others = entries.filter((entry) => entry.key !== name || entry.section !== MAIN_SECTION);
    const added: Pick<OptionEntry, 'section' | 'key' | 'value' | 'final'> = {
      section: MAIN_SECTION,
      key: name,
      value,
      final: false,
    };
    const text = printOptionEntries([...others, added]);
    if (!text.ok) return text;
    await this.#options.preferences.write(file, text.value);
    return ok({});
  }
}

/** An agent's name may hold what a file name may not. */
function preferencesFile(agent: string): string {
  return `${encodeURIComponent(agent)}.ini`;
}
