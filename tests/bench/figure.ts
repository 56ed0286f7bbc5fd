/** One figure beside its baseline, measured in the same run on the same machine (PRF-1): the ratio is what counts. */
export interface Figure {
  readonly name: string;
  /** Median of ours. */
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Median of the baseline. */
  readonly baseline: number;
  readonly ratio: number;
}

/** The middle of the values; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The figure of values measured in turn with their baseline. */
export function figure(name: string, unit: string, ours: readonly number[], baseline: readonly number[]): Figure {
  const middle = median(ours);
  const base = median(baseline);
  return {
    name,
    value: round(middle),
    unit,
    n: ours.length,
    min: round(Math.min(...ours)),
    median: round(middle),
    max: round(Math.max(...ours)),
    baseline: round(base),
    ratio: round(middle / base),
  };
}
