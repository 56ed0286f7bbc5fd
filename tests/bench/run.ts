import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDisplay } from '../../scripts/display/virtual-display.mjs';
import { projectRoot } from '../support/program.ts';
import type { Figure } from './figure.ts';
import { benchStart } from './start.ts';

/** Every benchmark by name (PRF-1). */
const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = { start: benchStart };

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const display = await startDisplay();
Object.assign(process.env, display.env);
const out = join(projectRoot, 'out', 'bench');
await mkdir(out, { recursive: true });
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const figures = await bench();
  for (const line of figures) console.log(JSON.stringify(line));
  await writeFile(join(out, `${name}.json`), `${JSON.stringify(figures, undefined, 2)}\n`);
}
await display.stop();
process.exit(0);
