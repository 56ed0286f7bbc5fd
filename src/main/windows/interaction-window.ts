import { type BrowserWindow, screen } from 'electron';
import { startBounds } from './remembered-bounds.ts';
import { fitInto, type WindowBounds } from './window-bounds.ts';
import { openWorkWindow, type WorkWindowOptions } from './work-window.ts';

const DEFAULT_SIZE = { width: 900, height: 720 };
const SMALLEST_SIZE = { minWidth: 520, minHeight: 480 };
/** Each further window stands so much lower and further right, px: one exactly over another looks like none. */
const STEP = 32;

export interface InteractionWindowOptions extends WorkWindowOptions {
  /** How many such windows are open already. */
  readonly others: number;
}

/** Opens a window for one interaction (UI-1). Its page gives it its title: the contact, as the organisation names them. */
export function openInteractionWindow(interactionId: string, options: InteractionWindowOptions): BrowserWindow {
  const page = `interaction.html?interaction=${encodeURIComponent(interactionId)}`;
  const start = cascade(startBounds(options.bounds, DEFAULT_SIZE), options.others);
  // Of several, only the first has a place worth keeping; the others stand beside it.
  return openWorkWindow({ page, start, smallest: SMALLEST_SIZE, remembered: options.others === 0 }, options);
}

function cascade(bounds: WindowBounds, others: number): WindowBounds {
  const moved = { ...bounds, x: bounds.x + others * STEP, y: bounds.y + others * STEP };
  return fitInto(moved, screen.getDisplayMatching(bounds).workArea);
}
