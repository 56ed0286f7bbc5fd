import { type PointerEvent, useRef, useState } from 'react';
import { useArrange } from './use-arrange.ts';

/** An entry under way, and where it will be. */
export interface Dragging {
  readonly id: string;
  readonly target: string | undefined;
  readonly side: 'before' | 'after';
}

export interface DragEntries {
  readonly dragging: Dragging | null;
  /** For the element around the list; its entries keep what they are pressed by to themselves. */
  readonly handlers: {
    readonly onPointerDownCapture: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMoveCapture: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUpCapture: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
  };
}

/** Less is a press with an unsteady hand, px. */
const BEGINS = 6;

/**
 * Lets the agent order the list by dragging its entries with a mouse or pen (UI-1); by keys it is the commands
 * `interaction.move-…`. Not by the drag and drop of react-aria: there a press of a screen reader would drag an entry
 * where it is to open it.
 */
export function useDragEntries(): DragEntries {
  const { place } = useArrange();
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const pressed = useRef<{ readonly id: string; readonly y: number }>(undefined);
  // The last move and the release may come before the page was drawn in between.
  const latest = useRef<Dragging>(null);
  const show = (next: Dragging | null) => {
    latest.current = next;
    setDragging(next);
  };
  const stop = () => {
    pressed.current = undefined;
    show(null);
  };
  return {
    dragging,
    handlers: {
      onPointerDownCapture: (event) => {
        const id = event.button === 0 && event.pointerType !== 'touch' ? entryAt(event.target)?.dataset.key : undefined;
        pressed.current = id === undefined ? undefined : { id, y: event.clientY };
      },
      onPointerMoveCapture: (event) => {
        const from = pressed.current;
        if (!from || event.buttons === 0) return pressed.current && stop();
        if (!latest.current && Math.abs(event.clientY - from.y) < BEGINS) return;
        if (!latest.current) event.currentTarget.setPointerCapture(event.pointerId);
        show({ id: from.id, ...dropAt(event.currentTarget, event.clientY) });
      },
      onPointerUpCapture: () => {
        const { id = '', target = id, side = 'after' } = latest.current ?? {};
        if (target !== id) place(id, target, side);
        stop();
      },
      onPointerCancel: stop,
    },
  };
}

/** The entry of the list an event is about. */
export function entryAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
}

/** The entry at this height and the half of it; above the first and below the last, these. */
function dropAt(list: HTMLElement, y: number): Pick<Dragging, 'target' | 'side'> {
  const entries = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const entry = entries.find((element) => y < element.getBoundingClientRect().bottom) ?? entries.at(-1);
  if (!entry) return { target: undefined, side: 'after' };
  const { top, height } = entry.getBoundingClientRect();
  return { target: entry.dataset.key, side: y < top + height / 2 ? 'before' : 'after' };
}
