import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Disposable, disposable } from '#shared/disposable.ts';
import type { MediaTypeViews, RegionContribution, RegionName } from '#shared/plugin-api/views.ts';

/** A contribution to a region, and whose it is. */
export interface OwnedContribution extends RegionContribution {
  readonly pluginId: string;
}

interface Registered {
  /** Ids of plug-ins whose views are being read. */
  readonly loading: ReadonlySet<string>;
  readonly mediaTypes: ReadonlyMap<string, MediaTypeViews>;
  readonly regions: ReadonlyMap<RegionName, readonly OwnedContribution[]>;
}

/** What `when` conditions are looked up in. */
export interface RegionFacts {
  readonly mediaType?: string;
  /** Null: access control is off, everything is allowed (ROLE-1). */
  readonly privileges: readonly string[] | null;
}

/**
 * Views that plug-ins have registered (PLG-6). Each registration is a disposable; after a plug-in's are disposed
 * nothing of it is left here.
 */
export class PluginRegistries {
  readonly store: StoreApi<Registered> = createStore<Registered>()(() => ({
    loading: new Set(),
    mediaTypes: new Map(),
    regions: new Map(),
  }));

  /** Says that a plug-in's views are on their way, until it is disposed. */
  noteLoading(pluginId: string): Disposable {
    this.store.setState(({ loading }) => ({ loading: new Set([...loading, pluginId]) }));
    return disposable(() =>
      this.store.setState(({ loading }) => ({ loading: new Set([...loading].filter((id) => id !== pluginId)) })),
    );
  }

  /** Throws when another plug-in has this medium: two looks for one medium would depend on the order of loading. */
  registerMediaType(views: MediaTypeViews): Disposable {
    const { mediaType } = views;
    if (this.store.getState().mediaTypes.has(mediaType)) {
      throw new Error(`The media type "${mediaType}" has views already. Stop the other plug-in first.`);
    }
    this.store.setState(({ mediaTypes }) => ({ mediaTypes: new Map(mediaTypes).set(mediaType, views) }));
    return disposable(() =>
      this.store.setState(({ mediaTypes }) => ({
        mediaTypes: new Map([...mediaTypes].filter(([, entry]) => entry !== views)),
      })),
    );
  }

  /** Throws when the region has a contribution of this id. */
  registerRegion(region: RegionName, contribution: OwnedContribution): Disposable {
    const present = this.store.getState().regions.get(region) ?? [];
    if (present.some(({ id }) => id === contribution.id)) {
      throw new Error(`The region "${region}" has a contribution "${contribution.id}" already.`);
    }
    this.#setRegion(region, (list) => [...list, contribution].sort((a, b) => a.order - b.order));
    return disposable(() => this.#setRegion(region, (list) => list.filter((entry) => entry !== contribution)));
  }

  #setRegion(region: RegionName, change: (list: readonly OwnedContribution[]) => readonly OwnedContribution[]): void {
    this.store.setState(({ regions }) => ({
      regions: new Map(regions).set(region, change(regions.get(region) ?? [])),
    }));
  }
}

/** Whether a contribution is to be shown, by its declared condition. */
export function applies(contribution: RegionContribution, facts: RegionFacts): boolean {
  const { mediaTypes, privilege } = contribution.when ?? {};
  if (mediaTypes && (facts.mediaType === undefined || !mediaTypes.includes(facts.mediaType))) return false;
  return privilege === undefined || facts.privileges === null || facts.privileges.includes(privilege);
}
