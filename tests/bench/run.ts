import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDisplay } from '../../scripts/display/virtual-display.mjs';
import { projectRoot } from '../support/program.ts';
import type { Figure } from './figure.ts';
import { benchInbound } from './inbound/inbound.ts';
import { benchKeyToPaint } from './inbound/key-to-paint.ts';
import { benchOptions } from './options.ts';
import { benchStart } from './start.ts';
import { benchAppend } from './transcript/append.ts';
import { benchOpen } from './transcript/open.ts';
import { benchPrepend } from './transcript/prepend.ts';
import { benchScroll } from './transcript/scroll.ts';

/** Every benchmark by name (PRF-1). */
const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: benchStart,
  options: benchOptions,
  'open-10k': benchOpen,
  append: benchAppend,
  'scroll-10k': benchScroll,
  prepend: benchPrepend,
  inbound: benchInbound,
  'key-to-paint': benchKeyToPaint,
};
/** Those that open no window. */
const unseen: readonly string[] = ['options'];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const chosen = Object.entries(benches).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const display = chosen.some(([name]) => !unseen.includes(name)) ? await startDisplay() : undefined;
if (display) Object.assign(process.env, display.env);
const out = join(projectRoot, 'out', 'bench');
await mkdir(out, { recursive: true });
for (const [name, bench] of chosen) {
  const figures = await bench();
  for (const line of figures) console.log(JSON.stringify(line));
  await writeFile(join(out, `${name}.json`), `${JSON.stringify(figures, undefined, 2)}\n`);
}
await display?.stop();
process.exit(0);
