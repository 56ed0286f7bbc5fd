import type { Interaction } from '#shared/domain/interaction.ts';
import type { Unit } from '../unit.ts';
import { requeue } from './queueing.ts';

/** Puts what an agent has in hand into a workbin of theirs (SRV-6). It is out of routing until the customer writes. */
export async function park(unit: Unit, interaction: Interaction, agent: string, name: string, reason: string) {
  await unit.record(`interaction:${interaction.id}`, {
    kind: 'interaction.parked',
    data: { name, owner: agent, by: agent, reason },
  });
  unit.log.info({ interaction: interaction.id, agent, workbin: name }, 'parked');
}

/**
 * Gives an agent who signs in what they have parked back into their hands. At once, not when they become ready: as long
 * as workbins have no view, what is in one is out of sight, and its customer may be waiting. That it can be more than
 * their capacity is right: it only keeps new work away.
 */
export async function takeBackParked(unit: Unit, agent: string): Promise<void> {
  const { interactions } = await unit.flushed();
  for (const interaction of await interactions.inWorkbinsOf(agent)) {
    const reason = `taken back from workbin ${interaction.workbin?.name ?? ''}`;
    await unit.record(`interaction:${interaction.id}`, {
      kind: 'interaction.assigned',
      data: { agent, offerId: null, reason },
    });
  }
}

/** What is in workbins of somebody who is no agent any more goes back to its queue: nobody else would find it. */
export async function emptyFormerWorkbins(unit: Unit): Promise<void> {
  const { interactions } = await unit.flushed();
  for (const owner of await interactions.workbinOwners()) {
    if (unit.config.agents.some(({ name }) => name === owner)) continue;
    for (const interaction of await interactions.inWorkbinsOf(owner)) {
      await requeue(unit, interaction, `${owner}, whose workbin it was in, is no agent any more`);
    }
  }
}
