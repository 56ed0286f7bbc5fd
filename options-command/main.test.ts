import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** As a person runs it: the file that package.json names under "bin". */
const bin = join(import.meta.dirname, 'bin.mjs');

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const isRoot = process.getuid?.() === 0;
/** Somebody else can run this only where every folder on the way lets them through. */
const canBeNobody = isRoot ? [bin, process.execPath].every(isOpen) : process.getuid !== undefined;

function isOpen(path: string): boolean {
  const up = dirname(path);
  return up === path || ((statSync(up).mode & 0o001) !== 0 && isOpen(up));
}

describe('replydesk-options', () => {
  it('checks the samples', () => {
    const { status, stdout } = run('check', join(import.meta.dirname, '..', 'config'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/\nAll is well.*\n$/);
  });

  it('ends with 2 on arguments it does not know, with a sentence and how to use it', () => {
    const { status, stdout, stderr } = run('check', 'config', '--lenient');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--lenient');
    expect(stderr).toContain('replydesk-options check DIR');
  });

  it.skipIf(!canBeNobody)('says so when it may not look into the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'replydesk-locked-'));
    writeFileSync(join(folder, 'application.ini'), '');
    // The one who may do everything may read this too, so the command runs as somebody who may do nothing.
    chmodSync(folder, 0);
    const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stdout } = spawnSync(process.execPath, [bin, 'check', folder], { encoding: 'utf8', ...nobody });
    rmSync(folder, { recursive: true });
    expect(stdout).toContain('application.ini cannot be read: the system says EACCES. Correct the rights of');
    expect(status).toBe(1);
  });

  it('shows how to use it when asked', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('explain DIR') });
  });
});
