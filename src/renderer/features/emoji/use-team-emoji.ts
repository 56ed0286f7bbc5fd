import { useMediaType } from '../../plugins/hooks.ts';
import { useDesk, useInteraction, useInteractionOptions } from '../../state/hooks.ts';
import type { TeamEmoji } from './team-emoji.ts';

const none: readonly TeamEmoji[] = [];

/** The emoji the organisation offers first in an interaction: the values of the business attribute an option names. */
export function useTeamEmoji(interactionId: string): readonly TeamEmoji[] {
  const mediaType = useInteraction(interactionId)?.interaction.mediaType ?? '';
  const { views } = useMediaType(mediaType);
  const attribute = views.emojiAttribute?.(useInteractionOptions(interactionId)) ?? '';
  const values = useDesk((model) => model.session.directory.businessAttributes[attribute]);
  return values?.map(({ value, displayName }) => ({ emoji: value, name: displayName })) ?? none;
}
