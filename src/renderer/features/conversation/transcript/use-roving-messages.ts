import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useServices } from '../../../state/desk-context.tsx';
import type { TranscriptRow as Row } from './session-rows.ts';

/** A row that is scrolled to is in the page a frame or two later. */
const FRAMES = 12;

interface Places {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  readonly rows: readonly Row[];
}

/**
 * Going from message to message by Up and Down (UI-3): from the transcript itself to what is in sight, then to the
 * neighbours, which may have to be drawn first. Escape leads back to the text box.
 */
export function useRovingMessages({ scroller, list, rows }: Places): (event: KeyboardEvent) => void {
  const { shortcuts } = useServices();
  return useCallback(
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const message = event.target instanceof HTMLElement && event.target.matches('[data-message-id]');
      if (event.key === 'Escape' && message) return void shortcuts.run('composer.focus');
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (step === 0 || !(message || event.target === scroller.current)) return;
      event.preventDefault();
      const place = placeOf(event.target as HTMLElement);
      if (place === undefined) return focusVisible(scroller.current, step);
      const next = neighbour(rows, place, step);
      if (next) bring(scroller.current, list.current, next);
    },
    [scroller, list, rows, shortcuts],
  );
}

function placeOf(element: HTMLElement): string | undefined {
  return element.dataset.messageId;
}

interface Target {
  readonly index: number;
  readonly key: string;
}

/** The next row that is a message. */
function neighbour(rows: readonly Row[], from: string, step: 1 | -1): Target | undefined {
  let index = rows.findIndex(({ key }) => key === from);
  if (index === -1) return undefined;
  do index += step;
  while (rows[index] && rows[index]?.kind !== 'message');
  const row = rows[index];
  return row && { index, key: row.key };
}

function find(scroller: HTMLElement | null, key: string): HTMLElement | null | undefined {
  return scroller?.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(key)}"]`);
}

function bring(scroller: HTMLElement | null, list: VirtualizerHandle | null, { index, key }: Target): void {
  list?.scrollToIndex(index, { align: 'nearest' });
  let left = FRAMES;
  const focus = () => {
    const element = find(scroller, key);
    if (element) return element.focus({ preventScroll: true });
    left -= 1;
    if (left > 0) requestAnimationFrame(focus);
  };
  focus();
}

/** Coming from below one begins with the last message in sight, else with the first. */
function focusVisible(scroller: HTMLElement | null, step: 1 | -1): void {
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const inSight = [...scroller.querySelectorAll<HTMLElement>('[data-message-id]')].filter((element) => {
    const place = element.getBoundingClientRect();
    return place.bottom > top && place.top < bottom;
  });
  inSight.at(step === -1 ? -1 : 0)?.focus({ preventScroll: true });
}
