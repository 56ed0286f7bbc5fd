import { z } from 'zod';
import type { SystemClock } from '#shared/clock.ts';
import { type TrialAgent, trialAgentsSchema } from '#shared/protocol/login.ts';
import { ok } from '#shared/result.ts';
import { openRoute, type Route } from '../route.ts';
import { isoTime, isoTimeSchema } from '../views/time.ts';

/** A month: more than any window or grace of the product. */
const FURTHEST_ADVANCE = 31 * 86_400;

export interface TrialRoutesOptions {
  readonly agents: () => readonly TrialAgent[];
  readonly clock: Pick<SystemClock, 'advance' | 'now'>;
}

/** What exists in trial mode only, and for programs on this machine only: sample passwords and the clock (SIM-1). */
export function trialRoutes({ agents, clock }: TrialRoutesOptions): readonly Route[] {
  return [
    openRoute({
      method: 'GET',
      path: '/trial/agents',
      summary: 'Whom the login page offers, with the sample passwords',
      access: 'this-machine',
      response: trialAgentsSchema,
      handle: async () => ok([...agents()]),
    }),
    openRoute({
      method: 'POST',
      path: '/trial/clock',
      summary: "Move the server's clock forward",
      access: 'this-machine',
      body: z.object({ advanceSeconds: z.number().min(0).max(FURTHEST_ADVANCE) }),
      response: z.object({ now: isoTimeSchema }),
      handle: async ({ body }) => {
        clock.advance(Math.round(body.advanceSeconds * 1000));
        return ok({ now: isoTime(clock.now()) });
      },
    }),
  ];
}
