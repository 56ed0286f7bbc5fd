import type { PreferenceUpdate } from '../driver.ts';
import { personNamedBy } from './correspondent.ts';
import { type LooseObject, objectsIn, textOf, timeOf } from './loose.ts';

const MARKETING = 'marketing_messages';

/** What `stop`, `resume` and `signup` of the marketing switch mean; other words mean nothing here. */
const WANTED: Readonly<Record<string, boolean>> = { stop: false, resume: true, signup: true };

/** What customers said about marketing messages (Cloud API facts, section 14); entries about nobody are left out. */
export function readPreferences(field: string, value: LooseObject): readonly PreferenceUpdate[] {
  if (field !== 'user_preferences') return [];
  return objectsIn(value.user_preferences).flatMap((entry) => {
    const word = textOf(entry, 'value')?.toLowerCase() ?? '';
    const marketing = Object.hasOwn(WANTED, word) ? WANTED[word] : undefined;
    const correspondent = personNamedBy(entry, value);
    if (textOf(entry, 'category') !== MARKETING || marketing === undefined) return [];
    return correspondent.identities.length === 0 ? [] : [{ correspondent, marketing, at: timeOf(entry.timestamp) }];
  });
}
