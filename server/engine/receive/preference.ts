import type { PreferenceUpdate } from '../../drivers/driver.ts';
import type { ChannelConfig } from '../config.ts';
import { hearWord } from '../consents.ts';
import type { Unit } from '../unit.ts';
import { resolveContact } from './contact.ts';

/** The provider's switch for marketing messages (WA-9), also of somebody who never wrote. */
export async function applyPreference(unit: Unit, channel: ChannelConfig, update: PreferenceUpdate): Promise<void> {
  const contact = await resolveContact(unit, update.correspondent);
  const at = Math.min(update.at ?? unit.now, unit.now);
  const optOut = update.marketing ? null : 'marketing';
  await hearWord(unit, contact, channel.name, { optOut, source: 'user-preferences', at });
}
