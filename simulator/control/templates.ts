import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok, refuse } from '#shared/result.ts';
import type { Context } from '../context.ts';
import { templateStatuses } from '../graph/template-types.ts';
import { controlRoute } from './route.ts';

const changeSchema = z.strictObject({
  language: z.string().optional(),
  status: z.enum(templateStatuses).optional(),
  reason: z.string().optional(),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']).optional(),
  category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']).optional(),
  held: z.boolean().optional(),
});

/**
 * What Meta may do to a template at any time: approve, reject, pause, disable, rate, put into another category, hold its
 * messages back. `:id` is its id or name.
 */
export function registerTemplateControl(app: FastifyInstance, context: Context): void {
  controlRoute(app, {
    method: 'POST',
    path: '/templates/:id',
    body: changeSchema,
    handle: ({ id, body: { language, status, reason, quality, category, held } }) => {
      const { templates, review, pacing } = context;
      const byName = templates.all().filter((one) => one.name === id && (!language || one.language === language));
      const template = templates.find(id) ?? byName[0];
      if (!template) return refuse('not-found', `There is no template ${id} ${language ?? ''}.`);
      if (status) review.decide(template.id, { status, ...(reason ? { reason } : {}) });
      if (quality) review.rate(template.id, quality);
      if (category) review.categorise(template.id, category);
      if (held === true) pacing.hold(template.id);
      if (held === false || status) pacing.release(template.id, status);
      return ok(templates.find(template.id));
    },
  });
}
