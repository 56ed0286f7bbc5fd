import type { Disposable } from '#shared/disposable.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { OptionInfo, OptionList } from '#shared/ipc/option-list.ts';
import type { OptionsView } from '#shared/ipc/view.ts';
import type { EffectiveOption, EffectiveOptions } from '#shared/options/effective-options.ts';
import type { OptionDiagnostic, OptionEntry } from '#shared/options/entry.ts';
import { MAIN_SECTION, type OptionMetadata } from '#shared/options/metadata.ts';
import type { OptionAudience, OptionSet } from '#shared/options/option-set.ts';
import type { OptionType } from '#shared/options/option-types.ts';
import { parseOptionText, type ValueOf } from '#shared/options/values.ts';
import { type Result, refuse } from '#shared/result.ts';
import { Generation } from './generation.ts';
import { InteractionPins } from './interaction-pins.ts';
import type { LastGood } from './last-good.ts';
import type { OptionFiles } from './option-files.ts';
import { infoOf } from './option-info.ts';
import type { Preferences } from './preferences.ts';

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

/** An empty set: nothing but built-in defaults. */
const NOTHING: OptionSet = { layers: [], transactions: new Map(), diagnostics: [], files: [], found: false };

/**
 * The options in force on this desk (OPT-2, OPT-3). Files that change are read, checked and taken as a whole; a set with
 * an error leaves the last good one in force. What a change does when is decided here: at once, with the next
 * interaction, or with a restart.
 */
export class OptionStore {
  readonly #options: OptionStoreOptions;
  readonly #pins = new InteractionPins();
  #declarations: readonly OptionMetadata[];
  #audience: OptionAudience = { groups: [] };
  /** What the files say. */
  #latest: Generation;
  /** What they said when the agent began to work: counts for options that take effect with a restart. */
  #started: Generation;
  /** Findings in files that were not taken. */
  #refused: readonly OptionDiagnostic[] | undefined;
  #state: OptionList['state'] = 'none';
  #revision = 0;
  #reading: Promise<void> | undefined;
  #isStale = false;
  /** Until plug-ins have declared theirs, a wrong value of theirs looks unknown: such a set is not kept as good. */
  #isDeclared = false;

  constructor(options: OptionStoreOptions) {
    this.#options = options;
    this.#declarations = options.declarations;
    this.#latest = new Generation(this.#declarations, NOTHING, []);
    this.#started = this.#latest;
  }

  /** What is wrong with the files as they stand in the folder. */
  get diagnostics(): readonly OptionDiagnostic[] {
    return this.#refused ?? this.#latest.diagnostics;
  }

  get state(): OptionList['state'] {
    return this.#state;
  }

  /** Grows with each reading. */
  get revision(): number {
    return this.#revision;
  }

  /** All options as the files in force say. */
  get inForce(): EffectiveOptions {
    return this.#latest.options;
  }

  /** Names of options whose new value waits for a restart. */
  get waiting(): readonly string[] {
    return this.#latest.options.all().flatMap((option) => (this.#untilRestart(option) === null ? [] : [option.name]));
  }

  /** Adds the options of plug-ins to what the files are read by. */
  declare(more: readonly OptionMetadata[]): void {
    this.#declarations = [...this.#options.declarations, ...more];
    const again = new Map<Generation, Generation>();
    const redeclare = (generation: Generation) => {
      const made = again.get(generation) ?? generation.declared(this.#declarations);
      again.set(generation, made);
      return made;
    };
    this.#latest = redeclare(this.#latest);
    this.#started = redeclare(this.#started);
    this.#pins.redeclare(redeclare);
    // With these declarations known, a set that looked right may turn out wrong, or the other way round.
    const isFirst = !this.#isDeclared;
    this.#isDeclared = true;
    this.#take(this.#options.files.readNow(this.#audience));
    if (isFirst) this.#started = this.#latest;
    this.#changed();
  }

  /** Reads all layers at once, for this agent and their groups once they are known. */
  load(agent?: string, groups: readonly string[] = []): void {
    const isOther = agent !== this.#audience.agent;
    this.#audience = { agent, groups: [...groups] };
    if (isOther) {
      this.#pins.clear();
      this.#state = 'none';
    }
    this.#take(this.#options.files.readNow(this.#audience), { isOther });
    // What the program is put together from is read before the plug-ins have declared theirs.
    if (isOther || !this.#isDeclared) this.#started = this.#latest;
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
    const own = this.#latest.options.all().filter((option) => option.section === MAIN_SECTION);
    return Object.fromEntries(own.map((option) => [option.name, this.text(option.name)]));
  }

  /** Options with another value for this interaction than for the desk. From the first call on it keeps what counts now. */
  textsOf(interaction: Pick<Interaction, 'id' | 'attachedData'>): OptionsView {
    this.#pins.hold(interaction, this.#latest, this.text('interaction.override-option-key'));
    const differs = this.#pins.all(interaction.id).filter((own) => own.current.text !== this.text(own.name));
    return Object.fromEntries(differs.map((own) => [own.name, own.current.text]));
  }

  /** The interaction has left the desk. */
  release(interactionId: string): void {
    this.#pins.drop(interactionId);
  }

  /** Everything the settings show. `ownerOf`: whose option it is, as people know it. */
  list(ownerOf: (name: string) => string): OptionList {
    const options = this.#latest.options
      .all()
      .map((option): OptionInfo => infoOf(option, ownerOf(option.name), this.#untilRestart(option)));
    return { options, diagnostics: [...this.diagnostics], folder: this.#options.files.folder, state: this.#state };
  }

  /** Sets one of the agent's own preferences. Refused with `option-refused` when it is not theirs to set or is wrong. */
  async setPreference(name: string, value: string): Promise<Done> {
    const option = this.#latest.options.find(name);
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
    const { agent } = this.#audience;
    if (agent === undefined) return refuse('option-refused', 'Sign in first: preferences belong to an agent.');
    const changed = await change(agent);
    if (changed.ok && agent === this.#audience.agent) {
      this.#latest = new Generation(this.#declarations, this.#latest.set, this.#preferences());
      this.#changed();
    }
    return changed;
  }

  async #readAgain(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const audience = this.#audience;
      const set = await this.#options.files.read(audience);
      // Files that changed meanwhile are told of by the watch again; somebody else's are not wanted any more.
      if (!set || audience !== this.#audience) continue;
      this.#take(set);
      this.#changed();
    }
  }

  /** Brings a set into force, or the last good one if it is wrong or gone. */
  #take(set: OptionSet, { isOther = false } = {}): void {
    const next = new Generation(this.#declarations, set, this.#preferences());
    this.#refused = undefined;
    if (set.found && !next.isWrong) {
      this.#latest = next;
      this.#state = 'in-force';
      if (this.#isDeclared) this.#options.lastGood.save(this.#audience, set).catch(this.#options.onFault);
      return;
    }
    const good = this.#goodSet(isOther);
    // Without any good set, what is right in the files counts: a wrong file never breaks a desk.
    if (!good) this.#latest = next;
    else if (good !== this.#latest.set) this.#latest = new Generation(this.#declarations, good, this.#preferences());
    this.#state = good ? 'last-good' : set.found ? 'in-force' : 'none';
    if (good) this.#refused = set.found ? next.diagnostics : [folderGone(this.#options.files.folder)];
  }

  #goodSet(isOther: boolean): OptionSet | undefined {
    const isGood = this.#latest.set.found && !this.#latest.isWrong;
    return isGood && !isOther ? this.#latest.set : this.#options.lastGood.load(this.#audience);
  }

  #preferences(): readonly OptionEntry[] {
    const { agent } = this.#audience;
    return agent === undefined ? [] : this.#options.preferences.read(agent);
  }

  #generationOf({ takesEffect }: Pick<OptionMetadata, 'takesEffect'>): Generation {
    return takesEffect === 'restart' ? this.#started : this.#latest;
  }

  #find(name: string): EffectiveOption | undefined {
    const option = this.#latest.options.find(name);
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

function folderGone(folder: string): OptionDiagnostic {
  const message = `No option files are in ${folder}, so the last good ones count. Put them back, or see whether the folder can be reached.`;
  return { file: folder, line: 1, column: 1, code: 'folder-gone', severity: 'error', message };
}
