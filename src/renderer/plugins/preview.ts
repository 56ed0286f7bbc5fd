import type { Interaction } from '#shared/domain/interaction.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';

/** The last line of an interaction, for lists and previews. */
export interface Preview {
  readonly direction: 'in' | 'out' | 'system';
  readonly kind: MessageKind;
  /** One line without marks; empty when the message has no text of its own. */
  readonly text: string;
}

/** One line of a text: marks of the medium taken away, line breaks made blanks. */
export function oneLine(text: string, views: Pick<MediaTypeViews, 'plainText'>): string {
  return views.plainText(text).replace(/\s+/gu, ' ').trim();
}

/** The last line of an interaction; undefined before its first message. */
export function previewOf(
  interaction: Pick<Interaction, 'lastMessage'>,
  views: Pick<MediaTypeViews, 'plainText'>,
): Preview | undefined {
  const { lastMessage } = interaction;
  if (!lastMessage) return undefined;
  const { direction, kind, text } = lastMessage;
  return { direction, kind, text: oneLine(text, views) };
}
