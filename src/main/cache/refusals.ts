import { type Refusal, refuse } from '#shared/result.ts';

/** The code SQLite gave an error, e.g. `SQLITE_FULL`; undefined for other errors. */
function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code.startsWith('SQLITE_') ? error.code : undefined;
}

/** An error of the operating system, about a file or folder. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const unusable = refuse(
  'cache-unusable',
  'The local cache on this computer cannot be read or written. Check that its folder is there and may be written to.',
).error;

/**
 * What an error of the database means to the desk; undefined when it is a bug of ours and must be thrown on
 * (REL-1: disk full, locked, corrupt).
 */
export function cacheRefusal(error: unknown): Refusal | undefined {
  const code = sqliteCode(error);
  if (code === undefined) return isFileError(error) ? unusable : undefined;
  if (code.startsWith('SQLITE_FULL')) {
    return refuse(
      'disk-full',
      'The disk of this computer is full. Free some space; saving is tried again by itself.',
      true,
    ).error;
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return refuse(
      'cache-locked',
      'Another program holds the local cache of this desk. Close it; saving is tried again by itself.',
      true,
    ).error;
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return refuse('cache-corrupt', 'The local cache on this computer is damaged and cannot be read.').error;
  }
  if (/^SQLITE_(READONLY|IOERR|CANTOPEN|PERM)/.test(code)) return unusable;
  return undefined;
}

/** The file was written by a newer Replydesk; it is left as it is. */
export function newerRefusal(found: number, known: number): Refusal {
  return refuse(
    'cache-newer',
    `The local cache on this computer was written by a newer Replydesk (format ${found}, this one knows ${known}). ` +
      'It is left untouched. Update Replydesk to use it again.',
  ).error;
}
