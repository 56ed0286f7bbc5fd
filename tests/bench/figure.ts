/** One figure beside its baseline, measured in the same run on the same machine (PRF-1): the ratio is what counts. */
export interface Figure {
  readonly name: string;
  /** Ours: the median, or what the name says. */
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** The same of the baseline. */
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

/** Reads the value that a share `q` of all values do not exceed. */
export function percentile(q: number): (values: readonly number[]) => number {
  return (values) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN;
  };
}

/** The figure of values measured in turn with their baseline; `at` reads what counts out of each, as a rule the median. */
export function figure(
  name: string,
  unit: string,
  ours: readonly number[],
  baseline: readonly number[],
  at: (values: readonly number[]) => number = median,
): Figure {
  const middle = at(ours);
  const base = at(baseline);
  return {
    name,
    value: round(middle),
    unit,
    n: ours.length,
    min: round(Math.min(...ours)),
    median: round(median(ours)),
    max: round(Math.max(...ours)),
    baseline: round(base),
    // Nothing beside nothing is as good as the baseline.
    ratio: middle === base ? 1 : round(middle / base),
  };
}
