import type { Template, TemplateCategory, TemplateStatus } from '#shared/domain/template.ts';

/** The provider's words about templates (section 9.4) and what they mean here. */
const STATUSES: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: 'approved',
  REINSTATED: 'approved',
  PENDING: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  IN_APPEAL: 'in-appeal',
  PENDING_DELETION: 'pending-deletion',
  ARCHIVED: 'archived',
  DELETED: 'deleted',
};

/** What the provider's list calls a status. One nobody knows here cannot be sent, and its word is the reason. */
export function statusOfWord(word: string | undefined): TemplateStatus {
  return statusOfEvent(word) ?? 'disabled';
}

/** The status after a webhook's event; undefined for one that says nothing of it, such as `FLAGGED`. */
export function statusOfEvent(event: string | undefined): TemplateStatus | undefined {
  return event !== undefined && Object.hasOwn(STATUSES, event) ? STATUSES[event] : undefined;
}

/** An unknown one counts as marketing, which asks most of consent (WA-9). */
export function categoryOfWord(word: string | undefined): TemplateCategory {
  return knownCategory(word) ?? 'marketing';
}

export function knownCategory(word: string | undefined): TemplateCategory | undefined {
  if (word === 'UTILITY') return 'utility';
  if (word === 'AUTHENTICATION') return 'authentication';
  return word === 'MARKETING' ? 'marketing' : undefined;
}

export function qualityOfWord(word: string | undefined): Template['quality'] {
  if (word === 'GREEN') return 'green';
  if (word === 'YELLOW') return 'yellow';
  return word === 'RED' ? 'red' : 'unknown';
}

/** `NONE` is how the provider says that there is no reason. */
export function reasonOfWord(word: string | undefined): string | null {
  return word === undefined || word.toUpperCase() === 'NONE' ? null : word;
}

/** Webhooks write `en-US` where the list has `en_US` (section 20). */
export function languageCode(text: string): string {
  return text.replaceAll('-', '_');
}
