import type { Unit } from '../unit.ts';
import { giveUpLostDesks, lossDeadline } from './agents.ts';
import { endOverdueOffers } from './offers.ts';
import { queue } from './queueing.ts';
import type { RoutingMemory } from './routing-memory.ts';
import { silencesDue, tellOfSilence } from './silence.ts';

/** Interactions that one look at the clock ends at most; the rest is due again at once. */
const STEP = 100;

/** Does everything whose time has come. Safe to run at any time, and run first after a start. */
export async function runDue(unit: Unit, memory: RoutingMemory): Promise<void> {
  await endOverdueOffers(unit, memory);
  await giveUpLostDesks(unit, memory);
  await overflow(unit);
  await tellOfSilence(unit, memory);
  await endClosedWindows(unit, memory);
}

/** When the next thing is due; undefined when nothing is. */
export async function nextDue(unit: Unit): Promise<number | undefined> {
  const { interactions } = await unit.flushed();
  const due = [await interactions.earliestDeadline()];
  for (const { deskLostAt } of unit.agents()) if (deskLostAt !== null) due.push(lossDeadline(unit, deskLostAt));
  for (const { name, overflow: rule } of unit.config.queues) {
    if (!rule) continue;
    const [first] = await interactions.waiting(name, 1);
    if (first) due.push(first.queuedAt + rule.afterSeconds * 1000);
  }
  due.push(...(await silencesDue(unit)));
  if (unit.config.lifecycle.endWhenWindowCloses) due.push(await interactions.earliestWindowEnd());
  const known = due.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** Moves what has waited too long to the queue that helps out (SRV-5). */
async function overflow(unit: Unit): Promise<void> {
  const { interactions } = await unit.flushed();
  for (const { name, overflow: rule } of unit.config.queues) {
    if (!rule) continue;
    const limit = rule.afterSeconds * 1000;
    for (const row of await interactions.waiting(name, STEP)) {
      if (row.queuedAt + limit > unit.now) break;
      await queue(unit, row.id, rule.queue, 'tail', `waited ${rule.afterSeconds} s in ${name}`);
    }
  }
}

/** SRV-4, option `end-when-window-closes`: what can only be answered by template any more ends. */
async function endClosedWindows(unit: Unit, memory: RoutingMemory): Promise<void> {
  if (!unit.config.lifecycle.endWhenWindowCloses) return;
  const { interactions } = await unit.flushed();
  for (const { id } of await interactions.windowClosed(unit.now, STEP)) {
    const note = 'The customer service window closed.';
    await unit.record(`interaction:${id}`, {
      kind: 'interaction.done',
      data: { by: 'system', dispositionCode: null, note },
    });
    memory.forget(id);
  }
}
