import type { Template } from '#shared/plugin-api/domain.ts';

/** The provider's words for why a template was rejected or paused (31-cloud-api section 9.4), as half a sentence. */
const reasons: Readonly<Record<string, string>> = {
  ABUSIVE_CONTENT: 'its content is against the rules of WhatsApp',
  INCORRECT_CATEGORY: 'its category does not fit what it says',
  INVALID_FORMAT: 'its form is not what WhatsApp takes',
  SCAM: 'it was taken for a fraud',
  PROMOTIONAL: 'it advertises, which its category does not allow',
  TAG_CONTENT_MISMATCH: 'its category or language does not fit what it says',
  CATEGORY_NOT_AVAILABLE: 'its category is not available to this business',
  PAUSED: 'customers complained',
  FIRST_PAUSE: 'customers complained; the pause lasts three hours',
  SECOND_PAUSE: 'customers complained again; the pause lasts six hours',
  RATE_LIMITING_PAUSE: 'customers complained; fewer may be sent for now',
};

/** A reason for people; what the provider says in words of its own stays as it is, without its full stop. */
export function reasonWords(reason: string): string {
  return (Object.hasOwn(reasons, reason) ? reasons[reason] : undefined) ?? reason.replace(/\.$/, '');
}

/**
 * Why a template is not approved, as far as that says more than its status: the provider also gives the status itself as
 * the reason. A pause has one reason only, which it does not always name.
 */
export function reasonOf({ status, reason }: Pick<Template, 'status' | 'reason'>): string | null {
  if (status === 'approved') return null;
  const isStatus = reason?.toLowerCase().replaceAll('_', '-') === status;
  if (reason !== null && reason !== '' && reason !== 'NONE' && !isStatus) return reason;
  return status === 'paused' ? 'PAUSED' : null;
}
