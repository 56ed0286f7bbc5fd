import type { Clock } from '../clock.ts';
import type { Disposable } from '../disposable.ts';
import type { Contact } from '../domain/contact.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Template, TemplateKey } from '../domain/template.ts';
import type { Result } from '../result.ts';

/** Where a step stands in a command's chain (PLG-5): beside a step already there, named by its id. */
export type StepPlace = { readonly before: string } | { readonly after: string };

/** What a step may look at besides the parameters. */
export interface StepContext {
  /** The interaction the command is about, when it is about one. */
  readonly interaction: Interaction | undefined;
  /** Whom it is with. */
  readonly contact: Contact | undefined;
  /** The template of its channel with this name; null when there is none such, undefined while that is not known. */
  readonly template: (key: TemplateKey) => Template | null | undefined;
  /** Server time, ms. */
  readonly now: number;
}

/**
 * One step of a chain: answers with the parameters for the next step, changed or not, or with a refusal that ends
 * the chain and is shown to the agent. It has two seconds; after that it is skipped and reported.
 */
export interface CommandStep {
  readonly id: string;
  /** Media types this step is for; it is skipped for the others. */
  readonly mediaTypes?: readonly string[];
  run(params: unknown, context: StepContext): Result<unknown> | Promise<Result<unknown>>;
}

/** Reads the plug-in's own options, effective now or for an interaction with its overrides (OPT-2). */
export interface PluginOptions {
  get(name: string, interactionId?: string): string;
}

export interface PluginLog {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** When the customer is told that their messages were read (WA-8). */
export type ReadMarkPolicy = 'on-view' | 'on-accept' | 'never';

/** What conversations of a medium can do; without a member it cannot. */
export interface MediaTypeTraits {
  /** When messages of this interaction are marked as read at the provider. */
  readMarks?(interactionId: string): ReadMarkPolicy;
  /** Seconds between two words to the provider that the agent is typing. */
  readonly typingSeconds?: number;
}

/**
 * What the host gives a plug-in's background part (PLG-4). Every registration is collected: after the plug-in
 * stops nothing of it is left.
 */
export interface BackgroundContext {
  readonly pluginId: string;
  readonly options: PluginOptions;
  readonly commands: {
    /** Puts a step into the chain of a host command. Throws when the command or the named neighbour is not there. */
    insertStep(command: string, place: StepPlace, step: CommandStep): Disposable;
  };
  readonly mediaTypes: {
    /** Declares that interactions of this media type can be worked on. Throws when another plug-in has it. */
    register(mediaType: string, traits?: MediaTypeTraits): Disposable;
  };
  readonly log: PluginLog;
  readonly clock: Clock;
}

/** What the background entry of a plug-in exports as `plugin`. */
export interface BackgroundPlugin {
  activate(context: BackgroundContext): void | Promise<void>;
}
