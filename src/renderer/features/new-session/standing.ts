import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import type { DeskModel } from '../../state/desk-model.ts';
import { missingToBegin } from '../../state/privileges.ts';

/** What the agent may choose among, or why there is nothing. */
export type Offered =
  | { readonly kind: 'channels'; readonly choices: readonly ChannelChoice[] }
  /** They may begin on none of the channels; the privilege that is missing. */
  | { readonly kind: 'forbidden'; readonly privilege: string }
  | { readonly kind: 'none' };

/** Leaves out channels on which the agent may not begin at all (ROLE-1). */
export function offeredTo(model: Pick<DeskModel, 'session'>, choices: readonly ChannelChoice[]): Offered {
  const allowed = choices.filter(({ channel }) => missingToBegin(model, channel) === undefined);
  if (allowed.length > 0) return { kind: 'channels', choices: allowed };
  const [first] = choices;
  const privilege = first && missingToBegin(model, first.channel);
  return privilege === undefined ? { kind: 'none' } : { kind: 'forbidden', privilege };
}

/** The choice to begin with: the channel that was meant, else the first on which a session can be begun. */
export function chosenAmong(choices: readonly ChannelChoice[], meant: string | null): ChannelChoice | undefined {
  return choices.find(({ channel }) => channel === meant) ?? choices.find(({ refusal }) => !refusal) ?? choices[0];
}
