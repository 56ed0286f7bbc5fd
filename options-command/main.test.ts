import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** As a person runs it: the file that package.json names under "bin". */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'bin.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
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

  it('shows how to use it when asked', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('explain DIR') });
  });
});
