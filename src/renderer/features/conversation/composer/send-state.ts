import type { AttachedFile } from '#shared/ipc/unfinished.ts';
import type { ComposerMode } from '#shared/plugin-api/composer.ts';
import type { TextSize } from '#shared/plugin-api/views.ts';
import { fieldCodePlaces } from '#shared/rules/field-codes.ts';

/** Why Send is off, in the order in which it matters to the agent. */
export type Hindrance =
  | 'mode'
  | 'stale'
  | 'unresolved'
  | 'file-missing'
  | 'files-closed'
  | 'too-long'
  | 'content'
  | 'empty';

export interface SendFacts {
  readonly text: string;
  readonly size: TextSize;
  readonly mode: ComposerMode['mode'];
  readonly files: readonly AttachedFile[];
  readonly stale: boolean;
  /** The server can be asked for what is missing; offline, messages wait on the desk's disk anyway. */
  readonly connected: boolean;
  /** What the medium says against the notification that would go out. */
  readonly finding: string | undefined;
}

/** Whether the agent can send what they write. */
export function isWritable(mode: ComposerMode['mode']): boolean {
  return mode === 'write' || mode === 'closing' || mode === 'automatic';
}

/** What keeps the text and its files from being sent; undefined when nothing does. */
export function hindranceOf(facts: SendFacts): Hindrance | undefined {
  const { text, size, mode, files, stale, connected, finding } = facts;
  if (!isWritable(mode)) return 'mode';
  if (stale && connected) return 'stale';
  if (fieldCodePlaces(text).length > 0) return 'unresolved';
  if (files.some(({ file }) => file === null)) return 'file-missing';
  if (files.length > 0 && mode === 'automatic') return 'files-closed';
  if (size.used > size.limit) return 'too-long';
  if (text.trim() === '') return files.length > 0 ? undefined : 'empty';
  return finding === undefined ? undefined : 'content';
}

/** From this share of the limit on the composer counts bytes (UI-5). */
const COUNT_FROM = 0.8;

/** The count under the composer; undefined while there is plenty of room. */
export function countOf({ used, limit }: TextSize): { readonly left: number } | undefined {
  return used >= limit * COUNT_FROM && used > 0 ? { left: limit - used } : undefined;
}

/** What stays in the box once `sent` is on its way: what was written behind it meanwhile. */
export function withoutSent(current: string, sent: string): string {
  return current.startsWith(sent) ? current.slice(sent.length) : current;
}
