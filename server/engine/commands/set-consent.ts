import type { Consent } from '#shared/domain/consent.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { afterWord, consentOn } from '../../rules/consent.ts';
import { changeConsent } from '../consents.ts';
import type { Unit } from '../unit.ts';
import { contactOf, newContact } from './session-place.ts';

/** An agent records or takes back what a contact allows (WA-9). Consent that is recorded takes an opt-out back. */
export async function setConsent(
  unit: Unit,
  agent: string,
  { target, channel, optIn, optOut }: MethodParams<'contact.set-consent'>,
): Promise<Result<Consent>> {
  if (!unit.config.channels.some(({ name }) => name === channel)) {
    return refuse('not-found', `There is no channel ${channel} on this server. Choose another one.`);
  }
  const found = await contactOf(unit, target);
  if (!found.ok) return found;
  const contact = found.value ?? (await newContact(unit, target));
  const before = consentOn(channel, contact.consents);
  const given = optIn === undefined ? before.optIn : optIn && { at: unit.now, proof: optIn.proof, by: agent };
  const said = optOut !== undefined ? optOut : optIn ? null : undefined;
  const next = { ...before, optIn: given };
  const heard = said === undefined ? next : afterWord(next, { optOut: said, source: 'agent', at: unit.now });
  await changeConsent(unit, contact, heard, 'agent');
  return ok(heard);
}
