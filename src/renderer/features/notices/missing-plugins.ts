import type { PluginView, SessionView } from '#shared/ipc/view.ts';

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
  readonly session: Pick<SessionView, 'phase' | 'directory'>;
  readonly plugins: readonly PluginView[];
  /** Media types that have views. */
  readonly known: ReadonlySet<string>;
}

const onTheWay: ReadonlySet<PluginView['state']> = new Set(['discovered', 'validated', 'starting', 'stopping']);

/**
 * What the agent must be told about media without a plug-in. Nothing while plug-ins may still be starting; a plug-in
 * that was validated but has reasons will not start.
 */
export function missingMedia({ session, plugins, known }: Facts): readonly MissingMedium[] {
  if (session.phase !== 'signed-in') return [];
  if (plugins.some(({ state, reasons }) => onTheWay.has(state) && reasons.length === 0)) return [];
  const stopped = plugins.find(({ state, reasons }) => state !== 'running' && reasons.length > 0);
  const media = new Map<string, string[]>();
  for (const { mediaType, displayName } of session.directory.channels) {
    if (!known.has(mediaType)) media.set(mediaType, [...(media.get(mediaType) ?? []), displayName]);
  }
  return [...media].map(([medium, channels]) => ({
    medium,
    channels: channels.join(', '),
    ...(stopped ? { plugin: { name: stopped.displayName, reason: stopped.reasons.join(' ') } } : {}),
  }));
}
