import type { Consent, OutboundContent, Template } from '#shared/plugin-api/domain.ts';
import { block, type Finding } from '../finding.ts';

export interface ConsentFacts {
  /** What is known of the contact on this channel; null: nothing. */
  readonly consent: Consent | null;
  /** `opt-in-required` of the channel. */
  readonly optInRequired: boolean;
}

/**
 * What the contact allows (WA-9). A customer who writes may be answered freely while the window is open, whatever they
 * said before. A notification is what the business begins: it needs their leave, in an open window too.
 */
export function checkConsent(
  content: OutboundContent,
  template: Template | null | undefined,
  isWindowOpen: boolean,
  { consent, optInRequired }: ConsentFacts,
): readonly Finding[] {
  if (content.kind !== 'template') return [];
  const scope = consent?.optOut?.scope;
  if (scope === 'all') {
    const sentence = 'The customer asked not to be written to.';
    const next = isWindowOpen ? 'Answer what they wrote with a free message.' : 'Wait for the customer to write.';
    return [block('opted-out', 'message', sentence, next, { scope: isWindowOpen ? 'all-open' : 'all' })];
  }
  if (scope === 'marketing' && template?.category === 'marketing') {
    const sentence = 'The customer does not want marketing messages.';
    return [block('opted-out', 'message', sentence, 'Choose a notification of another category.', { scope })];
  }
  if (isWindowOpen || !optInRequired || consent?.optIn) return [];
  const sentence = 'No consent of the customer is recorded, and this channel asks for it.';
  return [block('consent-missing', 'message', sentence, 'Record the consent with its proof at the contact first.')];
}
