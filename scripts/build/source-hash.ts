import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/paths.mjs';

/** Everything the build reads. node_modules is covered by the lock file. */
const inputs = [
  'src',
  'plugins',
  'server',
  'simulator',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];

/** A hash over the contents of everything the build reads: times change with each checkout, contents do not. */
export function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(join(projectRoot, input)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
