import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileLog } from './file-log.ts';

describe('the log on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replydesk-log-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const options = { level: 'info', retentionDays: 14, redact: true } as const;

  async function lines(): Promise<string> {
    const [file] = await readdir(folder);
    return readFile(join(folder, file ?? ''), 'utf8');
  }

  it('tells nobody what a customer wrote, nor a number or a token', async () => {
    const { named } = openFileLog({ folder, ...options });
    const details = { error: new Error('Bearer abc.def refused'), text: 'my secret order', code: 'refused' };
    named('connection').warn(details, 'call to +1 614 555 0123 failed');
    const text = await lines();
    expect(text).toContain('"part":"connection"');
    expect(text).toContain('"code":"refused"');
    for (const secret of ['614', 'abc.def', 'my secret order']) expect(text).not.toContain(secret);
  });

  it('keeps below its level and drops old files', async () => {
    const old = join(folder, 'replydesk-2020-01-01.log');
    await writeFile(old, 'old');
    await utimes(old, new Date(0), new Date(0));
    await writeFile(join(folder, 'keep.txt'), '');
    await utimes(join(folder, 'keep.txt'), new Date(0), new Date(0));
    const file = openFileLog({ folder, ...options });
    file.log.debug({}, 'not wanted');
    file.configure({ level: 'debug', redact: true });
    file.log.debug({}, 'wanted');
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    expect(names).toContain('keep.txt');
    const name = names.find((n) => n !== 'keep.txt') ?? '';
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).toContain('"wanted"');
    expect(text).not.toContain('not wanted');
  });
});
