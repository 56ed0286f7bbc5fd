import type { FocusEvent } from 'react';

/** Shows a field that takes the focus by itself: where there is little room it may stand below the edge (WCAG 2.4.11). */
export function intoView({ target }: FocusEvent): void {
  target.scrollIntoView({ block: 'nearest' });
}
