/** How often something may happen (31-cloud-api section 16): one each `interval` ms, and `burst` at once after a rest. */
export interface Pace {
  readonly interval: number;
  readonly burst: number;
}

/** When all that has happened is made up for, ms; undefined: nothing has happened yet. */
export type Debt = number | undefined;

/** When the next may happen: `now`, or as much later as the burst is used up. */
export function nextAt(debt: Debt, now: number, { interval, burst }: Pace): number {
  return Math.max(now, (debt ?? now) - (burst - 1) * interval);
}

/** The debt after one more at `now`. */
export function afterOne(debt: Debt, now: number, { interval }: Pace): number {
  return Math.max(now, debt ?? now) + interval;
}
