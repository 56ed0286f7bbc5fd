import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Refusal, Result } from '#shared/result.ts';
import { ok } from '#shared/result.ts';
import type { Cache } from './cache.ts';
import { IN_MEMORY } from './in-memory.ts';
import { SCHEMA } from './migrations/index.ts';
import type { OperationResult } from './operations.ts';

/** What stood in the way of the usual file, for a notice to the agent. */
export interface CacheTrouble {
  /** `newer`, `damaged`: goes on with a fresh file; `memory`: nothing is kept on this computer. */
  readonly kind: 'newer' | 'damaged' | 'memory';
  readonly refusal: Refusal;
  /** The file that was left or set aside. */
  readonly file: string;
}

export interface LoadedCache {
  readonly file: string;
  readonly loaded: OperationResult<'load'>;
  readonly troubles: readonly CacheTrouble[];
}

/** One file per server and agent. Names of people do not belong into file names, so it is a hash of them. */
export function cacheFile(folder: string, serverKey: string, agent: string): string {
  const name = createHash('sha256')
    .update(JSON.stringify([serverKey, agent]))
    .digest('hex')
    .slice(0, 24);
  return join(folder, `desk-${name}.sqlite`);
}

async function openAndLoad(cache: Cache, file: string): Promise<Result<OperationResult<'load'>>> {
  const opened = await cache.call('open', { file });
  return opened.ok ? cache.call('load', {}) : opened;
}

/** The next file to try after `refusal`, with what is to be told; a damaged file has been set aside by then. */
async function nextFile(
  cache: Cache,
  file: string,
  refusal: Refusal,
  now: number,
): Promise<CacheTrouble & { next: string }> {
  if (refusal.code === 'cache-newer') return { kind: 'newer', refusal, file, next: `${file}.format-${SCHEMA}` };
  if (refusal.code === 'cache-corrupt') {
    const aside = await cache.call('set-aside', { file, at: now });
    if (aside.ok) return { kind: 'damaged', refusal, file: aside.value.file, next: file };
  }
  return { kind: 'memory', refusal, file, next: IN_MEMORY };
}

/**
 * Opens the cache for the desk, whatever is wrong with the file: one of a newer program is left untouched and a file
 * beside it is used, a damaged one is set aside, and where nothing can be written the desk works from memory (REL-1).
 */
export async function openCache(cache: Cache, file: string, now: number): Promise<Result<LoadedCache>> {
  const troubles: CacheTrouble[] = [];
  let current = file;
  for (;;) {
    const loaded = await openAndLoad(cache, current);
    if (loaded.ok) return ok({ file: current, loaded: loaded.value, troubles });
    if (current === IN_MEMORY || troubles.length >= 3) return loaded;
    const { next, ...trouble } = await nextFile(cache, current, loaded.error, now);
    troubles.push(trouble);
    current = troubles.length >= 3 ? IN_MEMORY : next;
  }
}
