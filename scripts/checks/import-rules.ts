import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

/** The folders whose imports are checked. */
export const areas = ['src', 'plugins', 'server', 'simulator', 'options-command', 'scripts', 'tests'] as const;

/** What the check found: how much it read, which files it should have read but did not, and what is not allowed. */
export interface ImportReport {
  readonly modules: number;
  readonly dependencies: number;
  /** Source files on disk that were not read: with them the check would be blind without saying so. */
  readonly unseen: readonly string[];
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

/** Reads the imports of the tree in `baseDir` and holds them against the import table. */
export async function checkImports(baseDir: string): Promise<ImportReport> {
  const present = areas.filter((area) => existsSync(join(baseDir, area)));
  const { forbidden, options } = config;
  const { output } = await cruise([...present], { ...options, baseDir, ruleSet: { forbidden }, validate: true }, {});
  const { modules, summary } = output as ICruiseResult;
  const seen = new Set(modules.map(({ source }) => source));
  return {
    modules: modules.filter(({ source }) => !source.includes('node_modules') && existsSync(join(baseDir, source)))
      .length,
    dependencies: summary.totalDependenciesCruised ?? 0,
    unseen: sourcesIn(baseDir, present).filter((path) => !seen.has(path)),
    violations: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map(({ name }) => name).join(' -> ') : to,
    })),
  };
}

function sourcesIn(baseDir: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(baseDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => relative(baseDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !/(^|\/)node_modules\//.test(path)),
  );
}
