import { useEffect, useRef } from 'react';
import type { SearchHit } from '#shared/ipc/history.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useInteractionOptions } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';

/** Sessions asked for at a time on the way to a hit. */
const SESSIONS = 20;

/** Brings a hit into view; what stands between it and what is shown is loaded first. */
export function useReveal(hit: SearchHit | undefined): void {
  const { interactionId, jumpTo, views } = useConversation();
  const { store, sync, history } = useServices();
  const options = useInteractionOptions(interactionId);
  const latest = useRef<string>(undefined);
  const allChannels = views.earlierSessions?.(options).allChannels ?? false;
  const id = hit?.message.id;
  const session = hit?.session.id;
  useEffect(() => {
    latest.current = id;
    if (id === undefined || session === undefined) return;
    const isShown = (): boolean => {
      const model = store.getState();
      const here = model.transcripts.get(interactionId)?.messages ?? [];
      const before = model.earlier.get(interactionId)?.sessions ?? [];
      return [...before.flatMap(({ messages }) => messages), ...here].some((message) => message.id === id);
    };
    /** One step nearer; false when there is nothing more to load. */
    const load = async (): Promise<boolean> => {
      const model = store.getState();
      if (model.transcripts.get(interactionId)?.hasOlder) {
        await sync.loadOlder(interactionId);
        return true;
      }
      const earlier = model.earlier.get(interactionId);
      if (earlier?.hasEarlier === false && !earlier.sessions[0]?.hasOlder) return false;
      await history.load(interactionId, { count: SESSIONS, allChannels });
      const after = store.getState().earlier.get(interactionId);
      return after?.error === null && after !== earlier;
    };
    void (async () => {
      while (!isShown() && latest.current === id && (await load()));
      // The rows stand in the page with the next frame.
      if (latest.current === id && isShown()) requestAnimationFrame(() => jumpTo(id));
    })();
  }, [id, session, interactionId, store, sync, history, jumpTo, allChannels]);
}
