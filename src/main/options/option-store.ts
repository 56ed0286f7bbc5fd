import type { Disposable } from '#shared/disposable.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { OptionInfo, OptionList } from '#shared/ipc/option-list.ts';
import type { OptionsView } from '#shared/ipc/view.ts';
import type { EffectiveOption, EffectiveOptions } from '#shared/options/effective-options.ts';
import type { OptionDiagnostic } from '#shared/options/entry.ts';
import { MAIN_SECTION, type OptionMetadata } from '#shared/options/metadata.ts';
import type { OptionType } from '#shared/options/option-types.ts';
import { parseOptionText, type ValueOf } from '#shared/options/values.ts';
import { type Result, refuse } from '#shared/result.ts';
import type { Generation } from './generation.ts';
import { InteractionPins } from './interaction-pins.ts';
import type { LastGood } from './last-good.ts';
import type { OptionFiles } from './option-files.ts';
import { infoOf } from './option-info.ts';
import type { Preferences } from './preferences.ts';
import { SetInForce } from './set-in-force.ts';

export interface OptionStoreOptions {
  readonly files: OptionFiles;
  readonly lastGood: LastGood;
  readonly preferences: Preferences;
  /** What the host declares; plug-ins add theirs with `declare`. */
  readonly declarations: readonly OptionMetadata[];
  /** What is in force has changed, or what is wrong with the files. */
  readonly onChange: () => void;
  /** The last good set could not be kept on disk. */
  readonly onFault: (error: unknown) => void;
}

type Done = Result<Record<string, never>>;

/**
 * The options in force on this desk (OPT-2, OPT-3). Files that change are read, checked and taken as a whole. What a
 * change does when is decided here: at once, with the next interaction, or with a restart.
 */
export class OptionStore {
  readonly #options: OptionStoreOptions;
  readonly #pins = new InteractionPins();
  readonly #inForce: SetInForce;
  /** What they said when the agent began to work: counts for options that take effect with a restart. */
  #started: Generation;
  #revision = 0;
  #reading: Promise<void> | undefined;
  #isStale = false;
  /** Until plug-ins have declared theirs, a wrong value of theirs looks unknown: such a set is not kept as good. */
  #isDeclared = false;

  constructor(options: OptionStoreOptions) {
    this.#options = options;
    this.#inForce = new SetInForce({ ...options, folder: options.files.folder }, options.declarations);
    this.#started = this.#inForce.current;
  }

  /** What is wrong with the files as they stand in the folder. */
  get diagnostics(): readonly OptionDiagnostic[] {
    return this.#inForce.diagnostics;
  }

  get state(): OptionList['state'] {
    return this.#inForce.state;
  }

  /** Grows with each reading. */
  get revision(): number {
    return this.#revision;
  }

  /** All options as the files in force say. */
  get inForce(): EffectiveOptions {
    return this.#inForce.current.options;
  }

  /** Names of options whose new value waits for a restart. */
  get waiting(): readonly string[] {
    return this.#inForce.current.options
      .all()
      .flatMap((option) => (this.#untilRestart(option) === null ? [] : [option.name]));
  }

  /** Adds the options of plug-ins to what the files are read by. */
  declare(more: readonly OptionMetadata[]): void {
    const declarations = [...this.#options.declarations, ...more];
    const again = new Map<Generation, Generation>();
    const redeclare = (generation: Generation) => {
      const made = again.get(generation) ?? generation.declared(declarations);
      again.set(generation, made);
      return made;
    };
    this.#inForce.declare(declarations, redeclare(this.#inForce.current));
    this.#started = redeclare(this.#started);
    this.#pins.redeclare(redeclare);
    // With these declarations known, a set that looked right may turn out wrong, or the other way round.
    const isFirst = !this.#isDeclared;
    this.#isDeclared = true;
    const { audience } = this.#inForce;
    this.#inForce.take(this.#options.files.readNow(audience), audience, { keep: this.#isDeclared });
    if (isFirst) this.#started = this.#inForce.current;
    this.#changed();
  }

  /** Reads all layers at once, for this agent and their groups once they are known. */
  load(agent?: string, groups: readonly string[] = []): void {
    const audience = { agent, groups: [...groups] };
    const isOther = agent !== this.#inForce.audience.agent;
    if (isOther) this.#pins.clear();
    this.#inForce.take(this.#options.files.readNow(audience), audience, { keep: this.#isDeclared });
    // What the program is put together from is read before the plug-ins have declared theirs.
    if (isOther || !this.#isDeclared) this.#started = this.#inForce.current;
    this.#changed();
  }

  /** Follows the folder from now on (OPT-3). */
  watch(): Disposable {
    return this.#options.files.watch(() => void this.refresh());
  }

  /** Resolves when the last good set is on disk. */
  get settled(): Promise<void> {
    return this.#options.lastGood.settled;
  }

  /** Reads the folder again. Calls that come while it reads are one further reading. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readAgain().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Typed value of a declared option, as it counts for the desk. */
  value<N extends string, T extends OptionType>(declaration: OptionMetadata<N, T>): ValueOf<T> {
    return this.#generationOf(declaration).options.value(declaration);
  }

  /** Text of an option in force, for an interaction where one is given; empty for one nobody declared. */
  text(name: string, interactionId?: string): string {
    const own = interactionId === undefined ? undefined : this.#pins.find(interactionId, name);
    return (own ?? this.#find(name))?.current.text ?? '';
  }

  /** All options of the main section as texts, for pages. Secrets say only where they come from. */
  texts(): OptionsView {
    const own = this.#inForce.current.options.all().filter((option) => option.section === MAIN_SECTION);
    return Object.fromEntries(own.map((option) => [option.name, this.text(option.name)]));
  }

  /** Options with another value for this interaction than for the desk. From the first call on it keeps what counts now. */
  textsOf(interaction: Pick<Interaction, 'id' | 'attachedData'>): OptionsView {
    this.#pins.hold(interaction, this.#inForce.current, this.text('interaction.override-option-key'));
    const differs = this.#pins.all(interaction.id).filter((own) => own.current.text !== this.text(own.name));
    return Object.fromEntries(differs.map((own) => [own.name, own.current.text]));
  }

  /** The interaction has left the desk. */
  release(interactionId: string): void {
    this.#pins.drop(interactionId);
  }

  /** Everything the settings show. `ownerOf`: whose option it is, as people know it. */
  list(ownerOf: (name: string) => string): OptionList {
    const options = this.#inForce.current.options
      .all()
      .map((option): OptionInfo => infoOf(option, ownerOf(option.name), this.#untilRestart(option)));
    return { options, diagnostics: [...this.diagnostics], folder: this.#options.files.folder, state: this.state };
  }

  /** Sets one of the agent's own preferences. Refused with `option-refused` when it is not theirs to set or is wrong. */
  async setPreference(name: string, value: string): Promise<Done> {
    const option = this.#inForce.current.options.find(name);
    if (!option?.declaration.userSettable)
      return refuse('option-refused', `${name} is no option that agents set themselves.`);
    if (option.final)
      return refuse('option-refused', `${name} was fixed by an administrator in ${option.current.file}.`);
    const parsed = parseOptionText(option.declaration.type, value, name);
    if (!parsed.ok) return refuse('option-refused', parsed.error.message);
    return this.#changePreference((agent) => this.#options.preferences.set(agent, name, value));
  }

  /** Takes one of the agent's own preferences back. */
  resetPreference(name: string): Promise<Done> {
    return this.#changePreference((agent) => this.#options.preferences.reset(agent, name));
  }

  async #changePreference(change: (agent: string) => Promise<Done>): Promise<Done> {
    const { agent } = this.#inForce.audience;
    if (agent === undefined) return refuse('option-refused', 'Sign in first: preferences belong to an agent.');
    const changed = await change(agent);
    if (changed.ok && agent === this.#inForce.audience.agent) {
      this.#inForce.preferencesChanged();
      this.#changed();
    }
    return changed;
  }

  async #readAgain(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const { audience } = this.#inForce;
      const set = await this.#options.files.read(audience);
      // Files that changed meanwhile are told of by the watch again; somebody else's are not wanted any more.
      if (!set || audience !== this.#inForce.audience) continue;
      this.#inForce.take(set, audience, { keep: this.#isDeclared });
      this.#changed();
    }
  }

  #generationOf({ takesEffect }: Pick<OptionMetadata, 'takesEffect'>): Generation {
    return takesEffect === 'restart' ? this.#started : this.#inForce.current;
  }

  #find(name: string): EffectiveOption | undefined {
    const option = this.#inForce.current.options.find(name);
    return option && this.#generationOf(option.declaration).options.find(name);
  }

  #untilRestart({ name, declaration, current }: EffectiveOption): string | null {
    if (declaration.takesEffect !== 'restart' || declaration.planned) return null;
    const { text = current.text } = this.#started.options.find(name)?.current ?? {};
    return text === current.text ? null : text;
  }

  #changed(): void {
    this.#revision += 1;
    this.#options.onChange();
  }
}
