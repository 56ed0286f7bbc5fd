import type { Interaction } from '#shared/domain/interaction.ts';

/** What the task bar is to show. */
export interface Attention {
  readonly flash: boolean;
  /** Conversations that wait for an answer and are not in front; 0 shows no badge. */
  readonly badge: number;
}

type Waiting = Pick<Interaction, 'id' | 'stage' | 'agent' | 'pendingSince'>;

/** True while the customer of an interaction in this agent's hands waits for an answer. */
export function waitsFor(agent: string | null, { stage, agent: holder, pendingSince }: Waiting): boolean {
  return agent !== null && stage === 'assigned' && holder === agent && pendingSince !== null;
}

/** UI-4: asks for attention for each response that is pending out of sight; coming back to its interaction ends that. */
export function attentionFor(pending: ReadonlySet<string>, inFront: string | null): Attention {
  const badge = pending.size - (inFront !== null && pending.has(inFront) ? 1 : 0);
  return { flash: badge > 0, badge };
}
