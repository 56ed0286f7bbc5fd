import { z } from 'zod';

/** SIM-1: what shall go wrong. Without `status`, `code` or `drop` only the delay is felt. */
export const faultSchema = z.strictObject({
  /** Part of the path, `*` for any segment; the version prefix does not matter. */
  path: z.string().min(1),
  method: z.string().toUpperCase().optional(),
  /** Member the body must have: `to` is in messages, `status` in read marks and typing, which go to the same address. */
  has: z.string().min(1).optional(),
  /** HTTP status of the answer. */
  status: z.number().int().min(200).max(599).optional(),
  /** Graph error code of the answer. */
  code: z.number().int().optional(),
  delayMs: z.number().min(0).max(600_000).optional(),
  /** The connection is destroyed instead of an answer. */
  drop: z.boolean().optional(),
  times: z.number().int().min(1).default(1),
  /** `after-effect`: the request is carried out first, and only its answer suffers. */
  after: z.enum(['before-effect', 'after-effect']).default('before-effect'),
});

export type Fault = z.infer<typeof faultSchema>;

interface Planned {
  readonly fault: Fault;
  readonly pattern: RegExp;
  left: number;
}

/** The faults asked for, each used up after its number of times. */
export class Faults {
  readonly #planned: Planned[] = [];

  add(fault: Fault): void {
    this.#planned.push({ fault, pattern: patternOf(fault.path), left: fault.times });
  }

  /** The first fault for this request; it is used up by that. */
  take(method: string, path: string, body?: unknown): Fault | undefined {
    const found = this.#planned.find(
      ({ fault, pattern }) =>
        (!fault.method || fault.method === method) && (!fault.has || has(body, fault.has)) && pattern.test(path),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left === 0) this.#planned.splice(this.#planned.indexOf(found), 1);
    return found.fault;
  }

  /** What is still to come. */
  remaining(): readonly Fault[] {
    return this.#planned.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  reset(): void {
    this.#planned.length = 0;
  }
}

function has(body: unknown, member: string): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, member);
}

function patternOf(path: string): RegExp {
  const withoutVersion = path.replace(/^\/?v\d+\.\d+(?=\/)/, '');
  const escaped = withoutVersion.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*');
  return new RegExp(escaped);
}
