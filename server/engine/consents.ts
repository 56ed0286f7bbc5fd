import type { Consent } from '#shared/domain/consent.ts';
import type { Contact } from '#shared/domain/contact.ts';
import type { SystemNote } from '#shared/domain/system-note.ts';
import { afterWord, type ConsentWord, consentOn } from '../rules/consent.ts';
import { recordNote } from './system-notes.ts';
import type { Unit } from './unit.ts';

/** A word about being written to on a channel (WA-9): kept with the contact, and noted in their open session. */
export async function hearWord(unit: Unit, contact: Contact, channel: string, word: ConsentWord): Promise<void> {
  const before = consentOn(channel, contact.consents);
  await changeConsent(unit, contact, afterWord(before, word), word.source);
}

/** Writes what the contact allows on a channel. What changes nothing is not written. */
export async function changeConsent(
  unit: Unit,
  contact: Contact,
  next: Consent,
  source: ConsentWord['source'],
): Promise<void> {
  const before = consentOn(next.channel, contact.consents);
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  const others = (contact.consents ?? []).filter(({ channel }) => channel !== next.channel);
  const changed = { ...contact, consents: [...others, next], updatedAt: unit.now };
  await unit.record(`contact:${contact.id}`, { kind: 'contact.changed', data: { contact: changed } });
  unit.log.info({ contact: contact.id, channel: next.channel, optOut: next.optOut?.scope ?? null, source }, 'consent');
  const note = noteOf(before, next, source);
  if (!note) return;
  const { interactions } = await unit.flushed();
  const open = await interactions.open(next.channel, contact.id, '');
  if (open) await recordNote(unit, open, note);
}

function noteOf(before: Consent, next: Consent, source: ConsentWord['source']): SystemNote | undefined {
  const scope = next.optOut?.scope;
  if (scope !== before.optOut?.scope) {
    return scope === undefined
      ? { type: 'system-note', code: 'opted-in', source }
      : { type: 'system-note', code: 'opted-out', scope, source };
  }
  const isRecorded = next.optIn !== null && before.optIn === null && scope === undefined;
  return isRecorded ? { type: 'system-note', code: 'opted-in', source } : undefined;
}
