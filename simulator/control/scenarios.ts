import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok, refuse } from '#shared/result.ts';
import { scenarios } from '../scenarios/index.ts';
import type { ScenarioPlayer } from '../scenarios/player.ts';
import { scenarioSchema } from '../scenarios/schema.ts';
import { controlRoute, done } from './route.ts';

const startSchema = z.strictObject({ speed: z.number().positive().max(1000).default(1) });

/** Starting and ending scenarios, built in or sent along. */
export function registerScenarios(app: FastifyInstance, player: ScenarioPlayer): void {
  controlRoute(app, {
    method: 'GET',
    path: '/scenarios',
    body: z.unknown(),
    handle: () => {
      const listed = [...scenarios.values()].map(({ name, description }) => ({ name, description }));
      return ok({ scenarios: listed, playing: player.playing() });
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/scenarios',
    body: scenarioSchema,
    handle: ({ body }) => {
      player.start(body);
      return done({ name: body.name });
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/scenarios/:id/start',
    body: startSchema,
    handle: ({ id, body }) => {
      const scenario = scenarios.get(id);
      if (!scenario) return refuse('not-found', `There is no scenario ${id}.`);
      player.start(scenario, body.speed);
      return done({ name: id });
    },
  });

  controlRoute(app, {
    method: 'POST',
    path: '/scenarios/:id/stop',
    body: z.unknown(),
    handle: ({ id }) => (player.stop(id) ? done() : refuse('not-found', `The scenario ${id} is not playing.`)),
  });
}
