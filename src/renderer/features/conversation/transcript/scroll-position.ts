/** Where a scroller stands, in px. */
export interface ScrollPosition {
  readonly top: number;
  /** From the lower edge of what is seen to the end of the content. */
  readonly below: number;
}

/** Nearer to the end than this counts as at the end, px. */
const NEAR = 32;

export function positionOf(scroller: Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>): ScrollPosition {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  return { top: scrollTop, below: Math.max(0, scrollHeight - scrollTop - clientHeight) };
}

/** Whether so little is hidden below that the end counts as seen. */
export function isNearEnd({ below }: ScrollPosition): boolean {
  return below <= NEAR;
}

/**
 * Whether the view stays with the end of the content after it moved from `before` to `now`. Only going up lets go of
 * the end, be it by a pixel: a smooth scroll begins so, and would be stopped by being pulled back. Content that grows
 * below, or rows above that turn out smaller than thought, move the view without anybody wanting it.
 */
export function staysAtEnd(wasAtEnd: boolean, before: ScrollPosition, now: ScrollPosition): boolean {
  const wentUp = now.top < before.top - 1 && now.below > before.below + 1;
  if (wentUp) return false;
  return wasAtEnd || isNearEnd(now);
}
