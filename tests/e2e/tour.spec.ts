import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { expect, test } from '../support/fixtures.ts';
import { projectRoot } from '../support/program.ts';

test('every scene of the tour holds and leaves its pictures', async ({ dataDir }) => {
  test.setTimeout(240_000);
  const tour = spawn(process.execPath, ['tests/tour/run.ts', '--out', dataDir], { cwd: projectRoot });
  let output = '';
  for (const stream of [tour.stdout, tour.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(tour, 'exit');
  expect(code, output).toBe(0);
  const pictures = (await readdir(dataDir)).filter((name) => name.endsWith('.png'));
  expect(pictures.length).toBeGreaterThanOrEqual(10);
});
