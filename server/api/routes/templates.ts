import { z } from 'zod';
import { nameSchema } from '#shared/domain/message.ts';
import { templateListSchema } from '#shared/domain/template.ts';
import type { Result } from '#shared/result.ts';
import type { TemplateStore } from '../../library/template-store.ts';
import { type Route, securedRoute } from '../route.ts';
import { isoTime, isoTimeSchema } from '../views/time.ts';

const listViewSchema = templateListSchema.extend({
  refreshedAt: isoTimeSchema.nullable().describe('When the provider was last asked with success'),
});

const channelSchema = nameSchema.describe('Name of the channel');

/** The provider's templates (WA-4, API-2). */
export function templateRoutes({
  templates,
}: {
  readonly templates: Pick<TemplateStore, 'list' | 'refresh'>;
}): readonly Route[] {
  return [
    securedRoute({
      method: 'GET',
      path: '/api/v1/templates',
      summary: 'The templates of a channel, as they are known',
      query: z.object({ channel: channelSchema }),
      response: listViewSchema,
      refusals: ['channel-unknown'],
      handle: async ({ query }) => view(await templates.list(query.channel)),
    }),
    securedRoute({
      method: 'POST',
      path: '/api/v1/templates/refresh',
      summary: 'Asks the provider for the templates of a channel; when that fails, the list says why',
      body: z.object({ channel: channelSchema }),
      response: listViewSchema,
      refusals: ['channel-unknown'],
      handle: async ({ body }) => view(await templates.refresh(body.channel)),
    }),
  ];
}

function view(list: Awaited<ReturnType<TemplateStore['list']>>): Result<z.infer<typeof listViewSchema>> {
  if (!list.ok) return list;
  const { refreshedAt, ...rest } = list.value;
  return { ok: true, value: { ...rest, refreshedAt: refreshedAt === null ? null : isoTime(refreshedAt) } };
}
