import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { MediaTypeViews, RegionName } from '#shared/plugin-api/views.ts';
import { useServices } from '../state/desk-context.tsx';
import { useDesk } from '../state/hooks.ts';
import { plainMediaType } from './plain-media-type.ts';
import { applies, type OwnedContribution } from './registries.ts';
import { pluginsSettled } from './settled.ts';

export interface KnownMediaType {
  readonly views: MediaTypeViews;
  /**
   * False: no plug-in has this medium, and `views` draws plainly. While plug-ins are still starting it is true, for
   * then nothing is known to be missing.
   */
  readonly known: boolean;
}

/** How a medium looks. */
export function useMediaType(mediaType: string): KnownMediaType {
  const views = useStore(useServices().plugins.store, (registered) => registered.mediaTypes.get(mediaType));
  const settled = usePluginsSettled();
  return useMemo(
    () => (views ? { views, known: true } : { views: plainMediaType(mediaType), known: !settled }),
    [views, mediaType, settled],
  );
}

/** Whether the plug-ins that will run do run. */
export function usePluginsSettled(): boolean {
  const loading = useStore(useServices().plugins.store, (registered) => registered.loading);
  return useDesk(({ session, plugins }) => pluginsSettled({ phase: session.phase, plugins, loading }));
}

/** The contributions to a region whose conditions hold, in their order. */
export function useRegion(region: RegionName, mediaType?: string): readonly OwnedContribution[] {
  const privileges = useDesk((model) => model.session.privileges);
  return useStore(
    useServices().plugins.store,
    useShallow(({ regions }) =>
      (regions.get(region) ?? []).filter((entry) =>
        applies(entry, mediaType === undefined ? { privileges } : { privileges, mediaType }),
      ),
    ),
  );
}
