import type { CommandName, CommandParams, CommandResult } from '#shared/commands/catalogue.ts';
import type { IpcChannel, IpcParams, IpcResultValue } from '#shared/ipc/contract.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { type Refusal, type Result, refuse } from '#shared/result.ts';
import type { FramedBridge } from './bridge.ts';

export interface DeskClientOptions {
  readonly bridge: FramedBridge;
  /** Shows a refusal to the agent; `about` is the channel or command that was refused. */
  readonly onRefusal: (about: string, refusal: Refusal) => void;
  /** The sentence for a request that main did not answer at all. */
  readonly faultMessage: () => string;
}

/**
 * All a page asks of main goes through here. No method ever throws or rejects: a broken bridge is a refusal with code
 * `ipc-failed`, so that a caller has one way in which things go wrong.
 */
export class DeskClient {
  readonly #bridge: FramedBridge;
  readonly #onRefusal: DeskClientOptions['onRefusal'];
  readonly #faultMessage: () => string;

  constructor(options: DeskClientOptions) {
    this.#bridge = options.bridge;
    this.#onRefusal = options.onRefusal;
    this.#faultMessage = options.faultMessage;
  }

  /** Calls `listener` with what main pushed since the last call until the returned function is called. */
  onUpdates(listener: (updates: readonly DeskUpdate[]) => void): () => void {
    return this.#bridge.onUpdates(listener);
  }

  /** Tells what this window shows; null: no interaction. Whether the window has the focus, main knows itself (UI-4). */
  shows(interactionId: string | null): void {
    this.#bridge.shows(interactionId);
    void this.request('interaction.shown', { interactionId });
  }

  /** Asks main and hands the outcome back; the caller shows a refusal where it belongs. */
  async request<C extends IpcChannel>(channel: C, params: IpcParams<C>): Promise<Result<IpcResultValue<C>>> {
    try {
      return await this.#bridge.request(channel, params);
    } catch {
      return refuse('ipc-failed', this.#faultMessage(), true);
    }
  }

  /** As `request`, with a refusal shown as a notice. */
  async ask<C extends IpcChannel>(channel: C, params: IpcParams<C>): Promise<Result<IpcResultValue<C>>> {
    const result = await this.request(channel, params);
    if (!result.ok) this.#onRefusal(channel, result.error);
    return result;
  }

  /** This page shows a warning or a refusal that main does not know of: it is to be heard (`warning-message-bell`). */
  warned(): void {
    void this.request('notice.warned', {});
  }

  /** Runs a command; the caller shows a refusal where it belongs. */
  async run<C extends CommandName>(command: C, params: CommandParams<C>): Promise<Result<CommandResult<C>>> {
    const result = await this.request('command.run', { command, params });
    // Main checked the value with the command's own schema; the channel cannot name its type.
    return result as Result<CommandResult<C>>;
  }

  /** As `run`, with a refusal shown as a notice. */
  async perform<C extends CommandName>(command: C, params: CommandParams<C>): Promise<Result<CommandResult<C>>> {
    const result = await this.run(command, params);
    if (!result.ok) this.#onRefusal(command, result.error);
    return result;
  }
}
