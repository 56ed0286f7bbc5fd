import type { OutboundContent } from '../domain/outbound.ts';

/** The message that is quoted, by the provider's id; undefined when none is. */
export function quotedBy(content: OutboundContent): string | undefined {
  return 'quotedProviderId' in content ? content.quotedProviderId : undefined;
}
