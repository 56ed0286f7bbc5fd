// `node scripts/sounds/make.ts`: draws the sounds of assets/sounds anew. They are checked in; a test holds them equal.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/paths.mjs';
import { sounds } from './sounds.ts';

const folder = join(projectRoot, 'assets', 'sounds');
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(sounds)) writeFileSync(join(folder, name), draw());
