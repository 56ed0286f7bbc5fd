/** UI-4: how urgently a customer waits for an answer. */
export type PendingLevel = 'within-time' | 'late' | 'overdue';

/** Warning and maximum, both in seconds from the first unanswered message. */
export interface PendingThresholds {
  readonly warning: number;
  readonly maximum: number;
}

export interface PendingState {
  readonly level: PendingLevel;
  /** Milliseconds the customer has waited. */
  readonly waited: number;
}

/**
 * Level at `now` for an answer pending since `since` (both server time, ms); undefined when none is pending.
 * Late from the warning time on, overdue from the maximum on.
 */
export function pendingAt(since: number | null, thresholds: PendingThresholds, now: number): PendingState | undefined {
  if (since === null) return undefined;
  const waited = Math.max(0, now - since);
  if (waited >= thresholds.maximum * 1000) return { level: 'overdue', waited };
  if (waited >= thresholds.warning * 1000) return { level: 'late', waited };
  return { level: 'within-time', waited };
}
