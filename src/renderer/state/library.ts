import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { TemplateList } from '#shared/domain/template.ts';
import type { Result } from '#shared/result.ts';
import { useServices } from './desk-context.tsx';
import { useDesk } from './hooks.ts';
import { type Listed, notListed } from './library-store.ts';
import { agentName } from './selectors.ts';

/** A channel's templates; asked for when they are not here, and again when they are others (WA-4). */
export function useTemplates(channel: string): Listed<TemplateList> {
  const { library } = useServices();
  const owner = useDesk(agentName);
  const mark = useDesk((model) => markOf(model.connection.state, model.library.templates[channel]));
  useEffect(() => library.wantTemplates(owner, channel, mark), [library, owner, channel, mark]);
  return useStore(library.store, ({ templates }) => templates.get(channel) ?? notListed);
}

/** The standard responses, likewise (UI-6). */
export function useResponses(): Listed<readonly StandardResponse[]> {
  const { library } = useServices();
  const owner = useDesk(agentName);
  const mark = useDesk((model) => markOf(model.connection.state, model.library.responses));
  useEffect(() => library.wantResponses(owner, mark), [library, owner, mark]);
  return useStore(library.store, ({ responses }) => responses);
}

/** Lets the provider be asked for a channel's templates now. */
export function useRefreshTemplates(channel: string): () => Promise<Result<TemplateList>> {
  const { library } = useServices();
  return useCallback(() => library.requestTemplates('template.refresh', { channel }), [library, channel]);
}

/** What was refused without a connection is asked for again with one. */
function markOf(connection: string, revision: number | undefined): string {
  return `${connection === 'connected'} ${revision ?? 0}`;
}
