import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Keyring, KeyringSessionKeeper } from './session-keeper.ts';

const flip = (data: Buffer) => Buffer.from(data.map((byte) => byte ^ 0x5a));
const keyring = (available: boolean): Keyring => ({
  isAvailable: () => available,
  encrypt: (text) => flip(Buffer.from(text)),
  decrypt: (data) => flip(data).toString(),
});
const session = {
  serverUrl: 'http://127.0.0.1:1',
  serverKey: 'trial',
  agent: { name: 'kaa', displayName: 'Kaa' },
  token: 'access',
  expiresAt: 1,
  refreshToken: 'secret-token',
  place: 'Window 3',
};

describe('keeping the agent signed in', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replydesk-session-'));
    file = join(folder, 'session.bin');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('comes back through the keyring, and is not readable in the file', async () => {
    await new KeyringSessionKeeper(file, keyring(true)).save(session);
    expect((await readFile(file)).toString('latin1')).not.toContain('secret-token');
    const again = new KeyringSessionKeeper(file, keyring(true));
    expect(await again.load()).toEqual(session);
    await again.clear();
    expect(await again.load()).toBeNull();
  });

  it('writes nothing without a keyring', async () => {
    const keeper = new KeyringSessionKeeper(file, keyring(false));
    await keeper.save(session);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    expect(await keeper.load()).toBeNull();
  });

  it('takes a damaged file as none', async () => {
    await writeFile(file, 'garbage');
    expect(await new KeyringSessionKeeper(file, keyring(true)).load()).toBeNull();
  });
});
