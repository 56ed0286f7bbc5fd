import { SystemClock } from '#shared/clock.ts';
import { loadSigningKey } from '../auth/signing-key.ts';
import { Tokens } from '../auth/tokens.ts';
import { StartFailure } from '../failure.ts';

const DAY = 86_400_000;
const NAME = 'command-line';

/**
 * A token for scripts that may read everything (API-2). It is signed with the key of the data folder, so it works
 * while a server runs there; whoever can read that key could read the records as well.
 */
export async function administratorToken(dataFolder: string, days: number): Promise<string> {
  const key = loadSigningKey(dataFolder);
  if (!key.ok) throw new StartFailure(key.error.code, key.error.message);
  const tokens = new Tokens({ key: key.value, clock: new SystemClock() });
  return (await tokens.forAdministrator(NAME, days * DAY)).token;
}
