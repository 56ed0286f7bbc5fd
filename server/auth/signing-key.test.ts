import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSigningKey } from './signing-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('loadSigningKey', () => {
  it('makes a key once, readable by its owner only, and leaves nothing else behind', () => {
    const data = join(folder, 'new', 'data');
    const first = loadSigningKey(data);
    expect(first).toEqual({ ok: true, value: expect.any(Uint8Array) });
    expect(loadSigningKey(data)).toEqual(first);
    expect(readdirSync(data)).toEqual(['signing-key']);
    if (process.platform !== 'win32') expect(statSync(join(data, 'signing-key')).mode & 0o777).toBe(0o600);
  });

  it('takes rights away from others that somebody gave them', () => {
    loadSigningKey(folder);
    const path = join(folder, 'signing-key');
    writeFileSync(path, '00'.repeat(32), { mode: 0o644 });
    loadSigningKey(folder);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('refuses a damaged key instead of signing with it', () => {
    writeFileSync(join(folder, 'signing-key'), 'short');
    expect(loadSigningKey(folder)).toMatchObject({ ok: false, error: { code: 'signing-key-damaged' } });
  });

  it('says when the folder cannot be used', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(loadSigningKey(join(folder, 'file'))).toMatchObject({
      ok: false,
      error: { code: 'signing-key-unreadable' },
    });
  });
});
