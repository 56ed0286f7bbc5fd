import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isSiblingName } from '#shared/options/include.ts';
import { RESPONSE_FILES } from '#shared/options/responses/response-library.ts';
import { mimeTypeOf } from '#shared/rules/file-types.ts';

/** A file of the standard response library on the disk (WA-4). */
export interface LibraryFile {
  readonly path: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in ms: with the size, this tells versions apart. */
  readonly modifiedAt: number;
}

/** Undefined when there is no such file, or none that can be sent. */
export type FindLibraryFile = (name: string) => Promise<LibraryFile | undefined>;

/**
 * The files beside the option files. All responses share one folder, so the name alone leads to the file; it comes from
 * a desk, and neither it nor a link on the disk leads out of the option folder.
 */
export function libraryFiles(optionFolder: string): FindLibraryFile {
  return async (name) => {
    const mimeType = mimeTypeOf(name);
    if (mimeType === undefined || !isSiblingName(name)) return undefined;
    try {
      const path = await realpath(join(optionFolder, ...RESPONSE_FILES.split('/'), name));
      const inside = path.startsWith((await realpath(optionFolder)) + sep);
      const found = inside ? await stat(path) : undefined;
      return found?.isFile() ? { path, mimeType, size: found.size, modifiedAt: found.mtimeMs } : undefined;
    } catch {
      // Not there, or not for this program to read: either way it cannot be sent.
      return undefined;
    }
  };
}

/** For a server without an option folder. */
export const noLibraryFiles: FindLibraryFile = async () => undefined;
