import whatsapp from '#plugins/whatsapp/plugin.json' with { type: 'json' };
import { EffectiveOptions } from '#shared/options/effective-options.ts';
import { hostOptions } from '#shared/options/host-options.ts';
import type { OptionMetadata } from '#shared/options/metadata.ts';
import { type Manifest, readManifest } from '#shared/plugin-api/manifest.ts';

/** Who declares options, under the name administrators know them by. */
export interface OptionOwner {
  readonly displayName: string;
  readonly options: readonly OptionMetadata[];
}

/** The host, then the plug-ins that come with it. */
export const owners: readonly OptionOwner[] = [
  { displayName: 'Replydesk', options: hostOptions },
  ...[whatsapp].map(bundled),
];

export const defaults = EffectiveOptions.defaults(owners.flatMap(({ options }) => options));

/** Read as the program reads it, so that what is left out has the same defaults. */
function bundled(json: unknown): Manifest {
  const { manifest, reasons } = readManifest(JSON.stringify(json));
  if (!manifest) throw new Error(`A bundled plug-in has a wrong manifest: ${reasons.join(' ')}`);
  return manifest;
}
