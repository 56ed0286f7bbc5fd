import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../lib/paths.mjs';

interface Locked {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'),
).packages;

/** Where Node would look for a dependency of a package: in its own node_modules, then in each folder above. */
function isLocked(path: string, dependency: string): boolean {
  const own = `${path === '' ? '' : `${path}/`}node_modules/${dependency}`;
  if (packages[own] !== undefined) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isLocked(above === -1 ? '' : path.slice(0, above), dependency);
}

describe('package-lock.json', () => {
  // A version whose package for some platform is not published is left out of the lock file without a word, and then
  // "npm ci" refuses the whole file. Take a version that has them all.
  it('has every dependency of every package, those of other platforms too', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((dependency) => !isLocked(path, dependency))
        .map((dependency) => `${path} -> ${dependency}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that each machine uses its own', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });
});
