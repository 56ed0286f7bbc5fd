import type { Interaction } from '#shared/domain/interaction.ts';
import { DEFAULT_QUEUE } from '../config.ts';
import type { Unit } from '../unit.ts';

/** Puts an interaction into a queue; at the head, it keeps the time it has waited since. */
export async function queue(
  unit: Unit,
  interactionId: string,
  name: string,
  place: 'head' | 'tail',
  reason: string,
): Promise<void> {
  await unit.record(`interaction:${interactionId}`, {
    kind: 'interaction.queued',
    data: { queue: name, place, reason },
  });
}

/** Back to the head of the queue it came from, so that it never is without an owner (SRV-5). */
export async function requeue(unit: Unit, interaction: Interaction, reason: string): Promise<void> {
  const channel = unit.config.channels.find((entry) => entry.name === interaction.channel);
  const name = interaction.queue ?? channel?.queue ?? DEFAULT_QUEUE;
  await queue(unit, interaction.id, name, 'head', reason);
}
