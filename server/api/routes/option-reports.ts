import { z } from 'zod';
import { nameSchema } from '#shared/domain/message.ts';
import { optionReportSchema } from '#shared/protocol/option-report.ts';
import { ok } from '#shared/result.ts';
import type { OptionReports } from '../option-reports.ts';
import { cursorSchema, limitSchema, pageSchema, readCursor, writeCursor } from '../paging.ts';
import { type Route, securedRoute } from '../route.ts';
import { isoTime, isoTimeSchema } from '../views/time.ts';

const reportViewSchema = z.object({
  agent: nameSchema,
  ...optionReportSchema.shape,
  at: isoTimeSchema.describe('When the desk read its option files'),
});

/** What desks say of their option files (OPT-3). */
export function optionReportsRoute({ reports }: { readonly reports: OptionReports }): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/options/reports',
    summary: "What each agent's desk said last of its option files, by agent",
    query: z.object({ cursor: cursorSchema, limit: limitSchema }),
    response: pageSchema(reportViewSchema),
    refusals: ['bad-cursor'],
    handle: async ({ query }) => {
      const after = readCursor(query.cursor);
      if (!after.ok) return after;
      const page = await reports.page({ after: after.value?.id ?? '', limit: query.limit });
      const items = page.items.map((report) => ({ ...report, at: isoTime(report.at) }));
      return ok({ items, nextCursor: writeCursor(page.next) });
    },
  });
}
