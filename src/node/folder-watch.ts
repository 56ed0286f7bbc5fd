import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Disposable } from '#shared/disposable.ts';

export interface FolderWatchOptions {
  readonly folder: string;
  /** Folders inside it that count as well; deeper ones do not. */
  readonly subfolders?: readonly string[];
  /** Quiet for this long, ms: the writing has settled. */
  readonly settleMs?: number;
  /** Told after this long even when it never becomes quiet, ms. */
  readonly longestMs?: number;
  /** How often the folder is looked at besides, ms: file shares do not tell of changes, and it may vanish and come back. */
  readonly pollMs?: number;
  readonly onSettled: () => void;
}

const SETTLE = 100;
const LONGEST = 500;
const POLL = 5_000;

/**
 * Calls `onSettled` once files in the folder have changed and the writing has settled. A folder that is not there, or
 * may not be read, is waited for.
 */
export function watchFolder(options: FolderWatchOptions): Disposable {
  const watcher = new FolderWatch(options);
  watcher.start();
  return { dispose: () => watcher.stop() };
}

class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #watchers = new Map<string, FSWatcher>();
  #poll: NodeJS.Timeout | undefined;
  #settle: NodeJS.Timeout | undefined;
  #since: number | undefined;
  #print = '';

  constructor(options: FolderWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#print = this.#fingerprint();
    this.#attach();
    this.#poll = setInterval(() => this.#look(), this.#options.pollMs ?? POLL);
    // Watching keeps no program from ending.
    this.#poll.unref();
  }

  stop(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#settle);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  get #folders(): readonly string[] {
    const { folder, subfolders = [] } = this.#options;
    return [folder, ...subfolders.map((name) => join(folder, name))];
  }

  /** Watches what is there and not watched yet. The system's watch of a folder that vanishes ends by itself. */
  #attach(): void {
    for (const folder of this.#folders) {
      if (this.#watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, () => this.#stirred());
        watcher.on('error', () => this.#drop(folder, watcher));
        watcher.on('close', () => this.#drop(folder, watcher));
        this.#watchers.set(folder, watcher);
      } catch {
        // Not there, or not ours to read: the next look tries again.
      }
    }
  }

  /** Closing is told later, when another watch may stand in its place. */
  #drop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    if (this.#watchers.get(folder) === watcher) this.#watchers.delete(folder);
  }

  #look(): void {
    if (this.#fingerprint() === this.#print) this.#attach();
    else this.#stirred();
  }

  #stirred(): void {
    const { settleMs = SETTLE, longestMs = LONGEST } = this.#options;
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#settle);
    const wait = Math.max(0, Math.min(settleMs, this.#since + longestMs - now));
    this.#settle = setTimeout(() => this.#settled(), wait);
  }

  #settled(): void {
    this.#since = undefined;
    // A folder that vanished and came back is another one: its watch sees nothing any more.
    this.#renew();
    const print = this.#fingerprint();
    if (print === this.#print) return;
    this.#print = print;
    this.#options.onSettled();
  }

  #renew(): void {
    for (const [folder, watcher] of [...this.#watchers]) this.#drop(folder, watcher);
    this.#attach();
  }

  /** What a change cannot leave as it is: names, sizes and times of all files. */
  #fingerprint(): string {
    return this.#folders.map(printOf).join('\n');
  }
}

function printOf(folder: string): string {
  try {
    const names = readdirSync(folder).sort();
    return names.map((name) => `${name}:${statOf(join(folder, name))}`).join(';');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function statOf(path: string): string {
  try {
    const { size, mtimeMs, ino, mode } = statSync(path);
    return `${size},${mtimeMs},${ino},${mode}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
