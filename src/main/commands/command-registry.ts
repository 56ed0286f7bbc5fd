import {
  type CommandName,
  type CommandParams,
  type CommandResult,
  commands,
  isCommand,
} from '#shared/commands/catalogue.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Template, TemplateKey } from '#shared/domain/template.ts';
import type { CommandStep, StepContext, StepPlace } from '#shared/plugin-api/background.ts';
import { type Result, refuse } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';
import { CommandChain } from './command-chain.ts';

/** The host's own part of each command: its named last step, and what it does. */
export type CommandActions = {
  readonly [C in CommandName]: {
    readonly step: string;
    run(params: CommandParams<C>): Promise<Result<CommandResult<C>>>;
  };
};

export interface CommandRegistryOptions {
  readonly actions: CommandActions;
  readonly interaction: (id: string) => Interaction | undefined;
  readonly contactOf: (interactionId: string) => Contact | undefined;
  readonly template: (channel: string, key: TemplateKey) => Template | null | undefined;
  /** Server time, ms. */
  readonly now: () => number;
  readonly log: Log;
  readonly stepTime?: number;
}

/** Every action of an agent goes through here (PLG-5): parameters checked, steps run in order, then the action. */
export class CommandRegistry {
  readonly #options: CommandRegistryOptions;
  readonly #chains = new Map<CommandName, CommandChain>();

  constructor(options: CommandRegistryOptions) {
    this.#options = options;
    for (const name of Object.keys(commands).filter(isCommand)) {
      const chain = new CommandChain(name, options.log, options.stepTime);
      // The marker of the host's own step: neighbours are named by it, the work is done after the chain.
      chain.append({ id: options.actions[name].step, run: (params) => ({ ok: true, value: params }) });
      this.#chains.set(name, chain);
    }
  }

  /** Throws when the command is not there; see `CommandChain.insert`. A step stands before the host's own. */
  insertStep(command: string, place: StepPlace, step: CommandStep): Disposable {
    const chain = isCommand(command) ? this.#chains.get(command) : undefined;
    if (!chain) throw new Error(`There is no command "${command}"; there are ${Object.keys(commands).join(', ')}.`);
    return chain.insert(step, place);
  }

  /** Names of a command's steps in order. */
  stepsOf(command: CommandName): readonly string[] {
    return this.#chains.get(command)?.steps ?? [];
  }

  async run(command: string, params: unknown): Promise<Result<unknown>> {
    if (!isCommand(command)) return refuse('command-unknown', `There is no command "${command}".`);
    return this.#runKnown(command, params);
  }

  async #runKnown<C extends CommandName>(command: C, params: unknown): Promise<Result<unknown>> {
    const { actions } = this.#options;
    const schema = commands[command].params;
    const checked = schema.safeParse(params);
    if (!checked.success) return wrongParams(command, checked.error.issues[0]);
    const id = 'interactionId' in checked.data ? checked.data.interactionId : undefined;
    const chained = await this.#chains.get(command)?.run(checked.data, this.#contextOf(id));
    if (!chained) return refuse('command-unknown', `There is no command "${command}".`);
    if (!chained.ok) return chained;
    // Steps may come from plug-ins: what they made of the parameters is checked as well.
    const changed = schema.safeParse(chained.value);
    if (!changed.success) return wrongParams(command, changed.error.issues[0]);
    return actions[command].run(changed.data as CommandParams<C>);
  }

  #contextOf(interactionId: string | undefined): StepContext {
    const { interaction: find, contactOf, template, now } = this.#options;
    const interaction = interactionId === undefined ? undefined : find(interactionId);
    return {
      interaction,
      contact: interaction && contactOf(interaction.id),
      template: (key) => interaction && template(interaction.channel, key),
      now: now(),
    };
  }
}

function wrongParams(
  command: string,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): Result<never> {
  return refuse('command-params-wrong', `${command}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`);
}
