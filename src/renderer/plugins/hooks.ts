import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { MediaTypeViews, RegionName } from '#shared/plugin-api/views.ts';
import { useServices } from '../state/desk-context.tsx';
import { useDesk } from '../state/hooks.ts';
import { plainMediaType } from './plain-media-type.ts';
import { applies, type OwnedContribution } from './registries.ts';

export interface KnownMediaType {
  readonly views: MediaTypeViews;
  /** False: no running plug-in has this medium, and `views` draws plainly. */
  readonly known: boolean;
}

/** How a medium looks. */
export function useMediaType(mediaType: string): KnownMediaType {
  const views = useStore(useServices().plugins.store, (registered) => registered.mediaTypes.get(mediaType));
  return useMemo(
    () => (views ? { views, known: true } : { views: plainMediaType(mediaType), known: false }),
    [views, mediaType],
  );
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
