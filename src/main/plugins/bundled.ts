import type { BackgroundPlugin } from '#shared/plugin-api/background.ts';
import type { BundledModules } from './plugin-host.ts';

const found = import.meta.glob<{ plugin: BackgroundPlugin }>('../../../plugins/*/background.ts');

/** The background parts compiled into this program, by folder: the one place where main reaches plug-ins. */
export const bundledModules: BundledModules = Object.fromEntries(
  Object.entries(found).map(([path, load]) => [path.split('/').at(-2) ?? path, load]),
);
