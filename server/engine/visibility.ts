import type { Interaction } from '#shared/domain/interaction.ts';

/**
 * Agents who see an interaction: who has it, who is offered it, and once it is done who had it last, so that late
 * ticks of their messages still reach them.
 */
export function viewersOf(interaction: Interaction | undefined): readonly string[] {
  if (!interaction) return [];
  const { stage, agent, offer, lastAgent } = interaction;
  if (stage === 'done') return lastAgent === null ? [] : [lastAgent];
  const viewers = [agent, offer?.agent ?? null].filter((name) => name !== null);
  return [...new Set(viewers)];
}

/** The agent whose capacity the interaction takes; undefined when it takes nobody's. */
export function holderOf(interaction: Interaction | undefined): string | undefined {
  return interaction?.agent ?? interaction?.offer?.agent ?? undefined;
}
