import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Takes chosen files out of a zip archive, with their modes and symbolic links; no unzip program is needed.
 * yauzl refuses names that would lead out of the folder.
 * @param {string} archive
 * @param {(name: string) => string | undefined} placeOf where an entry goes; undefined leaves it out
 */
export async function unzip(archive, placeOf) {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const target = placeOf(entry.fileName);
      if (target === undefined) continue;
      await mkdir(dirname(target), { recursive: true });
      const mode = entry.externalFileAttributes >>> 16;
      const content = await zip.openReadStreamPromise(entry);
      if ((mode & FILE_TYPE) === SYMBOLIC_LINK) await symlink(await text(content), target);
      else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
