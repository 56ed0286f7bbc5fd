import type { MessageFlow } from '../phones/message-flow.ts';
import type { PhoneMessage } from '../phones/types.ts';
import type { Template } from './template-types.ts';

/** Messages of templates whose quality is looked at first: taken, and held back until that is done (section 9.4). */
export class Pacing {
  readonly #flow: MessageFlow;
  readonly #held = new Map<string, PhoneMessage[]>();

  constructor(flow: MessageFlow) {
    this.#flow = flow;
  }

  /** From now on its messages are held. */
  hold(templateId: string): void {
    this.#held.set(templateId, this.#held.get(templateId) ?? []);
  }

  /** Keeps a message that was taken; false when messages of this template are not held. */
  takes(templateId: string | undefined, message: PhoneMessage): boolean {
    const held = templateId === undefined ? undefined : this.#held.get(templateId);
    held?.push(message);
    return held !== undefined;
  }

  /** They go on their way; those of a template that was paused or disabled meanwhile fail. */
  release(templateId: string, status?: Template['status']): void {
    const held = this.#held.get(templateId) ?? [];
    this.#held.delete(templateId);
    const code = status === 'PAUSED' ? 132015 : status === 'DISABLED' ? 132016 : undefined;
    for (const message of held) this.#flow.start(message, code === undefined ? undefined : { code });
  }

  reset(): void {
    this.#held.clear();
  }
}
