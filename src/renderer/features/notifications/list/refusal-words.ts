import type { NotificationViews } from '#shared/plugin-api/views.ts';
import type { Refusal } from '#shared/result.ts';

/** Why something about templates was refused: in the page's language where the provider's code is known. */
export function refusalWords({ message, providerCode }: Refusal, views: Pick<NotificationViews, 'refused'>): string {
  return (providerCode === undefined ? undefined : views.refused(providerCode)) ?? message;
}
