import { useEffect } from 'react';
import type { Refusal } from '#shared/result.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useEarlierSessions, useInteractionOptions } from '../../../state/hooks.ts';
import type { Transcript } from '../../../state/transcript.ts';
import { useConversation } from '../conversation-context.ts';

export interface OlderMessages {
  /** There may be something before the oldest message shown. */
  readonly hasMore: boolean;
  /** Earlier sessions are shown. */
  readonly hasSessions: boolean;
  readonly loading: boolean;
  readonly error: Refusal | null;
  readonly load: () => void;
}

const ONE_OF_THE_CHANNEL = { count: 1, allChannels: false };

/** What stands before: first the rest of the session at hand, then the contact’s sessions before it (UI-3). */
export function useOlderMessages(transcript: Transcript): OlderMessages {
  const { interactionId, views } = useConversation();
  const { sync, history } = useServices();
  const options = useInteractionOptions(interactionId);
  const earlier = useEarlierSessions(interactionId);
  const hasSessions = earlier.sessions.length > 0;
  const wish = views.earlierSessions?.(options) ?? ONE_OF_THE_CHANNEL;
  const { allChannels } = wish;
  useEffect(() => void history.probe(interactionId, { allChannels }), [history, interactionId, allChannels]);
  if (transcript.hasOlder) {
    const load = () => void sync.loadOlder(interactionId);
    return { hasMore: true, hasSessions, loading: transcript.loadingOlder, error: transcript.error, load };
  }
  const hasMore = earlier.hasEarlier === true || earlier.sessions[0]?.hasOlder === true;
  const load = () => void history.load(interactionId, wish);
  return { hasMore, hasSessions, loading: earlier.loading, error: earlier.error, load };
}
