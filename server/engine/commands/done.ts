import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Unit } from '../unit.ts';
import type { RoutingMemory } from './routing-memory.ts';

/** Ends an interaction for good (SRV-4): a later message of the contact opens a new one. Done twice is done. */
export async function markDone(
  unit: Unit,
  memory: RoutingMemory,
  agent: string,
  params: MethodParams<'interaction.done'>,
): Promise<Result<MethodResult<'interaction.done'>>> {
  const { interactionId, dispositionCode, note } = params;
  const interaction = await unit.interaction(interactionId);
  if (interaction?.stage === 'done' && interaction.lastAgent === agent) return ok({});
  if (interaction?.agent !== agent) return notYours();
  const { dispositions, dispositionMandatory, dispositionKey } = unit.config;
  if (dispositionCode === null && dispositionMandatory) {
    return refuse('disposition-required', 'This interaction needs a disposition before it is done. Choose one.');
  }
  if (dispositionCode !== null && dispositions.length > 0 && !dispositions.includes(dispositionCode)) {
    const message = `The disposition ${dispositionCode} is not known here. Choose one of the list.`;
    return refuse('disposition-unknown', message);
  }
  const stream = `interaction:${interactionId}`;
  if (dispositionCode !== null) {
    const set = { [dispositionKey]: dispositionCode };
    await unit.record(stream, { kind: 'interaction.data-changed', data: { set, by: agent } });
  }
  await unit.record(stream, { kind: 'interaction.done', data: { by: agent, dispositionCode, note } });
  memory.forget(interactionId);
  return ok({});
}

/** The one answer to whoever asks for what is not in their hands, whether it exists or not. */
export function notYours() {
  return refuse('not-yours', 'This interaction is not in your hands. It may have gone to somebody else.');
}
