import { z } from 'zod';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type Settings, type Tunables, tunablesSchema } from '../settings.ts';

const part = z.record(z.string(), z.unknown()).default({});

/** Any members of timings, limits and behaviour; the settings schema judges them after merging. */
export const optionsSchema = z.strictObject({ timings: part, limits: part, behaviour: part });

/** Changes the running settings, all or nothing. */
export function applyOptions(settings: Settings, change: z.output<typeof optionsSchema>): Result<Tunables> {
  const { timings, limits, behaviour } = settings;
  const merged = tunablesSchema.safeParse({
    timings: { ...timings, ...change.timings },
    limits: { ...limits, ...change.limits },
    behaviour: { ...behaviour, ...change.behaviour },
  });
  if (!merged.success) {
    const [issue] = merged.error.issues;
    return refuse('bad-request', `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'not understood'}`);
  }
  // The parts hold these objects already, so they are changed in place.
  Object.assign(timings, merged.data.timings);
  Object.assign(limits, merged.data.limits);
  Object.assign(behaviour, merged.data.behaviour);
  return ok(merged.data);
}
