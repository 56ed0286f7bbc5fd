import type { Disposition, Interaction } from '../domain/interaction.ts';

/**
 * SRV-4, for reports: `Initiated` while only the business wrote, `Waiting` while nobody answered the customer,
 * `Active` once both wrote, `Archived` when it is over.
 */
export function dispositionAfter(
  state: Pick<Interaction, 'direction' | 'disposition'>,
  what: 'customer-wrote' | 'business-wrote' | 'done',
): Disposition {
  if (what === 'done' || state.disposition === 'Archived') return 'Archived';
  if (state.disposition === 'Active') return 'Active';
  const firstWord = state.direction === 'in' ? 'customer-wrote' : 'business-wrote';
  return what === firstWord ? state.disposition : 'Active';
}
