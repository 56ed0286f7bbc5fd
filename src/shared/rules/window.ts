import type { ServiceWindow } from '../domain/interaction.ts';

/** How the customer service window stands at one moment. */
export type WindowState =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly closesAt: number; readonly remaining: number }
  | { readonly state: 'closed'; readonly closedAt: number };

/**
 * The window after a customer's message (SRV-4): from its origin time for `span` milliseconds. A message that
 * arrives late never shortens what a newer one has opened. Without an origin time, arrival is the best known.
 */
export function openWindow(
  current: ServiceWindow | null,
  message: { readonly originTime: number | null; readonly arrivalTime: number },
  span: number,
): ServiceWindow {
  // A phone or provider clock ahead of ours must not open more than a whole window from now.
  const opensAt = Math.min(message.originTime ?? message.arrivalTime, message.arrivalTime);
  const closesAt = opensAt + span;
  if (current && current.closesAt >= closesAt) return current;
  return { opensAt, closesAt, why: 'customer-message' };
}

/** Whether free messages may leave at `now` (server time, ms). At `closesAt` itself the window is closed. */
export function windowAt(window: ServiceWindow | null, now: number): WindowState {
  if (!window) return { state: 'none' };
  if (now >= window.closesAt) return { state: 'closed', closedAt: window.closesAt };
  return { state: 'open', closesAt: window.closesAt, remaining: window.closesAt - now };
}
