import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { WorkerCache } from './cache.ts';

it('refuses what is under way and what comes after when the worker breaks down, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'replydesk-worker-'));
  const program = join(folder, 'worker.mjs');
  writeFileSync(
    program,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', () => { throw new Error('out of luck'); });`,
  );
  const failures: string[] = [];
  const cache = new WorkerCache(pathToFileURL(program), (error) => failures.push(error.message));
  expect(await cache.call('load', {})).toMatchObject({ ok: false, error: { code: 'cache-closed' } });
  expect(await cache.call('load', {})).toMatchObject({ ok: false, error: { code: 'cache-closed' } });
  expect(failures).toEqual(['out of luck']);
  await cache.close();
  rmSync(folder, { recursive: true });
});
