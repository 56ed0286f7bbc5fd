import type { PluginView } from '#shared/ipc/view.ts';
import type { Directory } from '#shared/protocol/directory.ts';

/** A medium the agent has channels of, and no running plug-in for. */
export interface MissingMedium {
  /** The media type's name. */
  readonly medium: string;
  /** The channels by which the agent knows it. */
  readonly channels: string;
  /** A plug-in that could be the one, and why it does not run. */
  readonly plugin?: { readonly name: string; readonly reason: string };
}

interface Facts {
  readonly directory: Pick<Directory, 'channels'>;
  readonly plugins: readonly PluginView[];
  /** Media types that have views. */
  readonly known: ReadonlySet<string>;
}

/** What the agent must be told about media without a plug-in, once the plug-ins have settled. */
export function missingMedia({ directory, plugins, known }: Facts): readonly MissingMedium[] {
  const stopped = plugins.find(({ state, reasons }) => state !== 'running' && reasons.length > 0);
  const media = new Map<string, string[]>();
  for (const { mediaType, displayName } of directory.channels) {
    if (!known.has(mediaType)) media.set(mediaType, [...(media.get(mediaType) ?? []), displayName]);
  }
  return [...media].map(([medium, channels]) => ({
    medium,
    channels: channels.join(', '),
    ...(stopped ? { plugin: { name: stopped.displayName, reason: stopped.reasons.join(' ') } } : {}),
  }));
}
