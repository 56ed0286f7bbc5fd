import { useStore } from 'zustand';
import type { ChannelInfo } from '#shared/protocol/directory.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, usePrivilege } from '../../state/hooks.ts';

/** The channels whose medium has templates. */
export function useTemplateChannels(): readonly ChannelInfo[] {
  const channels = useDesk((model) => model.session.directory.channels);
  const mediaTypes = useStore(useServices().plugins.store, (registered) => registered.mediaTypes);
  return channels.filter(({ mediaType }) => mediaTypes.get(mediaType)?.notifications !== undefined);
}

/** Whether there are templates this agent may add, change and delete. */
export function useMayManageTemplates(): boolean {
  const may = usePrivilege('Administrator.canManageTemplates');
  return useTemplateChannels().length > 0 && may;
}
