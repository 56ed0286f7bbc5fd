import type { CommandParams } from '#shared/commands/catalogue.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

type Start = CommandParams<'session.start'>;
type Begun = { readonly interactionId: string };
export type OutboundMethod = 'contact.find' | 'session.choices' | 'session.start' | 'contact.set-consent';

export interface OutboundSessionsOptions {
  readonly isConnected: () => boolean;
  readonly ask: <M extends OutboundMethod>(method: M, params: MethodParams<M>) => Promise<Result<MethodResult<M>>>;
  /** The next id of a press of Send. */
  readonly nextId: () => string;
  /** A session is in the agent's hands: it is shown from now on. */
  readonly onBegun: (snapshot: InteractionSnapshot) => void;
}

/** The server may have done what was asked, without being able to say so. */
const LOST: ReadonlySet<string> = new Set(['connection-lost', 'request-timeout', 'bad-answer']);

const offline = refuse(
  'offline',
  'There is no connection to the messaging server, so no session can be begun just now. Send it again when the desk is connected: what you have written stays here until then.',
  true,
);

/**
 * Sessions that the business begins (WA-9). A press whose answer was lost keeps its id: pressed again with the same
 * content it is the same one, and the customer gets the message once (SRV-2).
 */
export class OutboundSessions {
  readonly #options: OutboundSessionsOptions;
  /** Ids of presses whose answer was lost, by what was to be sent. */
  readonly #lost = new Map<string, string>();
  /** Presses under way: a second one meanwhile is the same. */
  readonly #underWay = new Map<string, Promise<Result<Begun>>>();

  constructor(options: OutboundSessionsOptions) {
    this.#options = options;
  }

  /** Refused as the server's method is, and with `not-connected`. */
  ask<M extends Exclude<OutboundMethod, 'session.start'>>(
    method: M,
    params: MethodParams<M>,
  ): Promise<Result<MethodResult<M>>> {
    return this.#options.ask(method, params);
  }

  /** Begins a session with its first message. Refused with `offline`, and as the server's `session.start` is. */
  start(params: Start): Promise<Result<Begun>> {
    const press = JSON.stringify([params.target, params.channel, params.content]);
    const underWay = this.#underWay.get(press);
    if (underWay) return underWay;
    if (!this.#options.isConnected()) return Promise.resolve(offline);
    const begun = this.#begin(press, params).finally(() => this.#underWay.delete(press));
    this.#underWay.set(press, begun);
    return begun;
  }

  /** Another agent's presses are none of these. */
  clear(): void {
    this.#lost.clear();
  }

  async #begin(press: string, params: Start): Promise<Result<Begun>> {
    const id = this.#lost.get(press) ?? this.#options.nextId();
    this.#lost.set(press, id);
    const answer = await this.#options.ask('session.start', { ...params, id });
    if (answer.ok || !LOST.has(answer.error.code)) this.#lost.delete(press);
    if (!answer.ok) return answer;
    this.#options.onBegun(answer.value);
    return ok({ interactionId: answer.value.interaction.id });
  }
}
