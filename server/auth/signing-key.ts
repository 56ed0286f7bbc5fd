import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '#shared/result.ts';

const FILE = 'signing-key';
/** As long as the output of the HMAC it is for (RFC 7518, section 3.2). */
const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * The key tokens are signed with: made once, kept in the data folder for its owner's eyes only. A server and the
 * `token` command that start at the same moment get the same key: whoever links its file first wins.
 */
export function loadSigningKey(dataDir: string): Result<Uint8Array> {
  const path = join(dataDir, FILE);
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(path)) create(path);
    chmodSync(path, OWNER_ONLY);
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
    if (key.length === KEY_BYTES) return ok(new Uint8Array(key));
    return refuse('signing-key-damaged', `${path} does not hold a signing key. Remove it to have a new one made.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('signing-key-unreadable', `The signing key ${path} cannot be read or made: ${reason}.`);
  }
}

function create(path: string): void {
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(own, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  try {
    linkSync(own, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(own, { force: true });
  }
}
