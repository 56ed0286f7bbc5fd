import type { ViewContext } from '#shared/plugin-api/views.ts';
import { lookUpError, type Treatment } from '../rules/errors.ts';

/** What says nothing of what was asked, but of the service, the channel or how much was asked of them. */
const general: readonly Treatment[] = ['retry', 'wait', 'alarm'];

/**
 * Why something about templates was not done, in the page's language. Of a request that itself is at fault only the
 * provider's own words say what is wrong with it; those of its code speak of messages.
 */
export function templateRefusal(code: string, translate: ViewContext['translations']['translate']): string | undefined {
  const entry = lookUpError(code);
  return entry && general.includes(entry.treatment) ? translate(`whatsapp.error.${entry.key}`) : undefined;
}
