import type { Contact } from '#shared/domain/contact.ts';
import type { MediaTypeViews, TextSize } from '#shared/plugin-api/views.ts';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { useDesk, useServerTime } from '../../state/hooks.ts';

const MINUTE = 60_000;

/** The text a session is begun with, where free messages may be sent. */
export interface FirstText {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly size: TextSize;
  /** What keeps it from leaving, as the channel says; undefined when nothing does. */
  readonly fault: string | undefined;
  readonly views: MediaTypeViews;
}

export function useFirstText(
  text: string,
  write: (text: string) => void,
  choice: ChannelChoice | undefined,
  contact: Contact | undefined,
): FirstText {
  const mediaType = useDesk(
    ({ session }) => session.directory.channels.find(({ name }) => name === choice?.channel)?.mediaType ?? '',
  );
  const { views } = useMediaType(mediaType);
  const options = useDesk((model) => model.options);
  const now = useServerTime((time) => Math.floor(time / MINUTE) * MINUTE);
  const facts = {
    interaction: { stage: 'assigned', window: choice?.window ?? null, channel: choice?.channel ?? '' } as const,
    now,
    ...(contact && { contact }),
  };
  const findings = text.trim() === '' ? [] : (views.checkContent?.({ kind: 'text', text }, facts) ?? []);
  const fault = findings.find(({ severity }) => severity === 'blocking')?.sentence;
  return { text, write, size: views.measureText(text, options), fault, views };
}
