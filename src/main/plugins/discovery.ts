import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { type Manifest, readManifest } from '#shared/plugin-api/manifest.ts';

/** A plug-in folder that was looked at. Without a manifest it cannot run; `reasons` says why. */
export interface Discovered {
  /** Name of its folder. */
  readonly folder: string;
  readonly manifest: Manifest | undefined;
  readonly reasons: readonly string[];
}

/** An id of `plugins.allowed` lets that plug-in in; `*` lets all in (PLG-1). */
export function isAllowed(id: string, allowed: readonly string[]): boolean {
  return allowed.includes('*') || allowed.includes(id);
}

async function look(directory: string, folder: string, hostVersion: string): Promise<Discovered> {
  let text: string;
  try {
    text = await readFile(join(directory, folder, 'plugin.json'), 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { folder, manifest: undefined, reasons: [`plugin.json in ${folder} cannot be read: ${why}.`] };
  }
  const { manifest, reasons } = readManifest(text);
  const range = manifest?.engines.replydesk;
  if (range !== undefined && !semver.satisfies(hostVersion, range, { includePrerelease: true })) {
    return {
      folder,
      manifest,
      reasons: [`It needs Replydesk ${range}, but this is ${hostVersion}. Install a version that fits.`],
    };
  }
  return { folder, manifest, reasons };
}

/**
 * Looks at every folder in `directory`, and says of each expected folder that is not there that it is missing. A
 * folder without plugin.json at all is passed over when nobody expects it.
 */
export async function discoverPlugins(
  directory: string,
  expected: readonly string[],
  hostVersion: string,
): Promise<readonly Discovered[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => {
        const files = await readdir(join(directory, name));
        return files.includes('plugin.json') ? await look(directory, name, hostVersion) : undefined;
      }),
  );
  const present = found.filter((plugin) => plugin !== undefined);
  const missing = expected
    .filter((folder) => !present.some((plugin) => plugin.folder === folder))
    .map((folder) => ({
      folder,
      manifest: undefined,
      reasons: [
        `Its folder "${folder}" with plugin.json is missing from ${directory}. Install Replydesk again, or take it as removed on purpose.`,
      ],
    }));
  return [...present, ...missing];
}
