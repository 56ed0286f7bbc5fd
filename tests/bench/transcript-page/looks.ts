const all = '[data-message-id]';

export function rowOf(scroller: HTMLElement, id: string): HTMLElement | null {
  return scroller.querySelector(`[data-message-id="${id}"]`);
}

const isShown = (row: HTMLElement): boolean => row.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Whether the lower edge of a message, and something of it, is painted within the view. */
export function isInView(scroller: HTMLElement, id: string): boolean {
  const row = rowOf(scroller, id);
  if (!row || !isShown(row)) return false;
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > view.top && top < view.bottom && bottom <= view.bottom + 1;
}

/** Share of the view's height that no message covers, 0 to 1. */
export function blankShare(scroller: HTMLElement): number {
  const view = scroller.getBoundingClientRect();
  let covered = 0;
  for (const row of scroller.querySelectorAll<HTMLElement>(all)) {
    const { top, bottom } = row.getBoundingClientRect();
    const height = Math.min(bottom, view.bottom) - Math.max(top, view.top);
    if (height > 0 && isShown(row)) covered += height;
  }
  return 1 - Math.min(1, covered / view.height);
}

/** The first message that is wholly in the view, and where it stands, px below the view's upper edge. */
export function firstInView(scroller: HTMLElement): { readonly id: string; readonly top: number } {
  const view = scroller.getBoundingClientRect();
  for (const row of scroller.querySelectorAll<HTMLElement>(all)) {
    const { top } = row.getBoundingClientRect();
    if (top >= view.top && top < view.bottom) return { id: row.dataset.messageId ?? '', top: top - view.top };
  }
  throw new Error('There is no message in the view.');
}

/** Px a message stands below the view's upper edge; undefined when it is not in the page. */
export function topOf(scroller: HTMLElement, id: string): number | undefined {
  const row = rowOf(scroller, id);
  return row ? row.getBoundingClientRect().top - scroller.getBoundingClientRect().top : undefined;
}
