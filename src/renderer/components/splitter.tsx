import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import styles from './splitter.module.css';

/** One step of an arrow key, in the unit of `value`. */
const STEP = 1;

export interface SplitterProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** The side of its panel it stands at. */
  readonly edge: 'start' | 'end';
  /** Width of the panel, as it is now. */
  readonly value: () => number;
  /** What `value` is when the agent has not chosen. */
  readonly initial: number;
  readonly onMove: (pixels: number) => void;
  readonly onSet: (value: number) => void;
  readonly onReset: () => void;
}

/** The edge between two panels: dragged, or moved by the arrow keys; a double click or Enter gives the width back. */
export function Splitter({ label, edge, min, max, value, initial, onMove, onSet, onReset }: SplitterProps) {
  const [now, setNow] = useState(initial);
  /** Towards the other panel the own one grows. */
  const outwards = edge === 'end' ? 1 : -1;
  const refresh = () => setNow(Math.round(value() * 10) / 10);
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(event.movementX * outwards);
    refresh();
  };
  const press = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: value() - STEP * outwards,
      ArrowRight: value() + STEP * outwards,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target !== undefined) onSet(target);
    else if (event.key === 'Enter') onReset();
    else return;
    event.preventDefault();
    refresh();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget (ARIA 1.2), <hr> is not one.
    <div
      className={styles.splitter}
      data-edge={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(min, now))}
      tabIndex={0}
      onFocus={refresh}
      onKeyDown={press}
      onDoubleClick={() => {
        onReset();
        refresh();
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
