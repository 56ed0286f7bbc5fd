import type { Consent, OutboundContent, Template } from '#shared/plugin-api/domain.ts';
import { block, type Finding } from '../finding.ts';

export interface ConsentFacts {
  /** What is known of the contact on this channel; null: nothing. */
  readonly consent: Consent | null;
  /** `opt-in-required` of the channel. */
  readonly optInRequired: boolean;
}

/**
 * What the contact allows (WA-9). A customer who writes may be answered while the window is open, whatever they said
 * before; what the business begins needs their leave, and marketing never goes to whoever does not want it.
 */
export function checkConsent(
  content: OutboundContent,
  template: Template | null | undefined,
  isWindowOpen: boolean,
  { consent, optInRequired }: ConsentFacts,
): readonly Finding[] {
  const scope = consent?.optOut?.scope;
  if (scope !== undefined && template?.category === 'marketing') {
    const sentence = 'The notification was not sent: the customer does not want marketing messages.';
    return [
      block('opted-out', 'message', sentence, 'Send one of another category, or wait for the customer to write.'),
    ];
  }
  if (isWindowOpen || content.kind !== 'template') return [];
  if (scope === 'all') {
    const sentence = 'The notification was not sent: the customer asked not to be written to.';
    return [block('opted-out', 'message', sentence, 'Wait for the customer to write.')];
  }
  if (!optInRequired || consent?.optIn) return [];
  const sentence =
    'The notification was not sent: no consent of the customer is recorded, and this channel asks for it.';
  return [block('consent-missing', 'message', sentence, 'Record the consent with its proof at the contact first.')];
}
