import type { TextSize } from '#shared/plugin-api/views.ts';
import type { WindowView } from '../window-state.ts';

/** Why Send is off, in the order in which it matters to the agent. */
export type Hindrance = 'not-open' | 'unanswerable' | 'window-closed' | 'window-none' | 'stale' | 'too-long' | 'empty';

export interface SendFacts {
  readonly text: string;
  readonly size: TextSize;
  readonly window: WindowView;
  /** The interaction is in this agent's hands. */
  readonly open: boolean;
  /** The medium says that nothing can be sent here; the banner says why. */
  readonly unanswerable: boolean;
  readonly stale: boolean;
  /** The server can be asked for what is missing; offline, messages wait on the desk's disk anyway. */
  readonly connected: boolean;
}

/** What keeps the text from being sent; undefined when nothing does. */
export function hindranceOf(facts: SendFacts): Hindrance | undefined {
  const { text, size, window, open, unanswerable, stale, connected } = facts;
  if (!open) return 'not-open';
  if (unanswerable) return 'unanswerable';
  if (window.state === 'closed') return 'window-closed';
  if (window.state === 'none') return 'window-none';
  if (stale && connected) return 'stale';
  if (size.used > size.limit) return 'too-long';
  return text.trim() === '' ? 'empty' : undefined;
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
