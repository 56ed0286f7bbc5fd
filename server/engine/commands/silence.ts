import type { Interaction } from '#shared/domain/interaction.ts';
import { recordNote } from '../system-notes.ts';
import type { Unit } from '../unit.ts';
import type { RoutingMemory } from './routing-memory.ts';

/** Interactions that one look at the clock is about at most; the rest is due again at once. */
const STEP = 100;

/**
 * SRV-4: tells of windows that closed before the customer was answered, and of customers who have not answered what the
 * business began; archives what stayed without another message after that.
 */
export async function tellOfSilence(unit: Unit, memory: RoutingMemory): Promise<void> {
  const { interactions } = await unit.flushed();
  const { answer, archive } = spans(unit);
  for (const interaction of await interactions.silent('unanswered_until', unit.now, STEP)) {
    const closedAt = interaction.window?.closesAt ?? unit.now;
    await recordNote(unit, interaction, { type: 'system-note', code: 'window-closed', closedAt });
  }
  for (const interaction of await interactions.silent('silent_since', unit.now - answer, STEP)) {
    const since = interaction.sentAt ?? unit.now;
    await recordNote(unit, interaction, { type: 'system-note', code: 'no-answer', since });
  }
  for (const interaction of await interactions.silent('silence_told_at', unit.now - archive, STEP)) {
    await archiveSilent(unit, memory, interaction);
  }
}

/** When the next of these is due. */
export async function silencesDue(unit: Unit): Promise<readonly (number | undefined)[]> {
  const { interactions } = await unit.flushed();
  const { answer, archive } = spans(unit);
  const first = await interactions.earliestSilences();
  return [later(first.unanswered_until, 0), later(first.silent_since, answer), later(first.silence_told_at, archive)];
}

async function archiveSilent(unit: Unit, memory: RoutingMemory, { id }: Interaction): Promise<void> {
  const note = 'The customer did not answer.';
  const data = { by: 'system', dispositionCode: null, note };
  await unit.record(`interaction:${id}`, { kind: 'interaction.done', data });
  memory.forget(id);
  unit.log.info({ interaction: id }, 'archived: the customer did not answer what the business began');
}

function spans({ config }: Unit): { readonly answer: number; readonly archive: number } {
  const { noAnswerSeconds, noAnswerArchiveSeconds } = config.lifecycle;
  return { answer: noAnswerSeconds * 1000, archive: noAnswerArchiveSeconds * 1000 };
}

function later(time: number | null, span: number): number | undefined {
  return time === null ? undefined : time + span;
}
