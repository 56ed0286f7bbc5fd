import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import type { InteractionView, OptionsView } from '#shared/ipc/view.ts';
import type { DeskClient } from '../ipc/desk-client.ts';
import { useServices } from './desk-context.tsx';
import type { DeskModel } from './desk-model.ts';
import { type EarlierSessions, noEarlierSessions } from './earlier-sessions.ts';
import type { Transcript } from './transcript.ts';
import type { UiState } from './ui-store.ts';
import { nothingBegun } from './unfinished-sync.ts';

/**
 * A part of the desk's picture. The component renders again only when the selected value changes (compared one level
 * deep), so select no more than is shown.
 */
export function useDesk<T>(select: (model: DeskModel) => T): T {
  return useStore(useServices().store, useShallow(select));
}

/** A part of what only this page knows. */
export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useServices().ui, useShallow(select));
}

/** Requests and commands. */
export function useClient(): DeskClient {
  return useServices().client;
}

/** One interaction; undefined when the desk does not have it (any more). */
export function useInteraction(interactionId: string): InteractionView | undefined {
  return useStore(useServices().store, (model) => model.interactions.get(interactionId));
}

/** What is begun and not sent in a place beside its draft and note: over an interaction, by its id. */
export function useUnfinished(place: string): Unfinished {
  return useStore(useServices().store, (model) => model.unfinished.get(place) ?? nothingBegun);
}

/** Sessions before the one at hand, as far as they were asked for. */
export function useEarlierSessions(interactionId: string): EarlierSessions {
  return useStore(useServices().store, (model) => model.earlier.get(interactionId) ?? noEarlierSessions);
}

/** An interaction's messages; asks for them when they are not here. Undefined until the request is out. */
export function useTranscript(interactionId: string): Transcript | undefined {
  const { store, sync } = useServices();
  const known = useStore(store, (model) => model.interactions.has(interactionId));
  const transcript = useStore(store, (model) => model.transcripts.get(interactionId));
  useEffect(() => {
    if (known) void sync.openTranscript(interactionId);
  }, [known, sync, interactionId]);
  return transcript;
}

/** The options as they are for one interaction: the desk's, but for those it has its own values of (OPT-2, OPT-3). */
export function useInteractionOptions(interactionId: string): OptionsView {
  const desk = useStore(useServices().store, (model) => model.options);
  const own = useStore(useServices().store, (model) => model.interactions.get(interactionId)?.options);
  return useMemo(() => ({ ...desk, ...own }), [desk, own]);
}

/** Whether the agent has a privilege; always, while access control is off (ROLE-1). */
export function usePrivilege(privilege: string): boolean {
  return useStore(useServices().store, ({ session }) => session.privileges?.includes(privilege) ?? true);
}

/** An effective option as text; `fallback` while main has not said. */
export function useOption(name: string, fallback: string): string {
  return useStore(useServices().store, (model) => model.options[name] ?? fallback);
}

/**
 * A value derived from server time, looked at once a second. Derive what is shown (a text, a number of seconds), not
 * the time itself: the component renders again only when the derived value changes, so it must be a primitive.
 */
export function useServerTime<T extends string | number | boolean | null | undefined>(derive: (now: number) => T): T {
  const { store, ticker } = useServices();
  const offset = useStore(store, (model) => model.session.clockOffset);
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(listener), [ticker]);
  return useSyncExternalStore(subscribe, () => derive(ticker.now() + offset));
}

/** As `useServerTime`, in this PC's time (for `connection.retryAt`). */
export function useLocalTime<T extends string | number | boolean | null | undefined>(derive: (now: number) => T): T {
  const { ticker } = useServices();
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(listener), [ticker]);
  return useSyncExternalStore(subscribe, () => derive(ticker.now()));
}

/** Tells screen readers a sentence, once. */
export function useAnnounce(): (sentence: string) => void {
  const { announcer } = useServices();
  return useCallback((sentence) => announcer.announce(sentence), [announcer]);
}
