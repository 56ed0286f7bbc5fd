import type { ContentFacts } from '#shared/plugin-api/views.ts';
import type { SendRequest } from '../rules/send-gate.ts';

/** What the send gate is told of what a page knows. Whether the channel asks for consent, only the server knows. */
export function gateFacts({ contact, ...facts }: ContentFacts): Omit<SendRequest, 'content'> {
  if (!contact) return facts;
  const hasNumber = contact.identities.some(({ type }) => type === 'phone' || type === 'wa-id');
  const consent = contact.consents?.find(({ channel }) => channel === facts.interaction.channel) ?? null;
  return { ...facts, recipient: hasNumber ? 'number' : 'user-id', consent: { consent, optInRequired: false } };
}
