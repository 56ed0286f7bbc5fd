import type { PluginView, SessionView } from '#shared/ipc/view.ts';

const onTheWay: ReadonlySet<PluginView['state']> = new Set(['discovered', 'validated', 'starting', 'stopping']);

export interface PluginFacts {
  readonly phase: SessionView['phase'];
  readonly plugins: readonly PluginView[];
  /** Ids of plug-ins whose views are being read. */
  readonly loading: ReadonlySet<string>;
}

/**
 * Whether the plug-ins that will run do run: what is missing then is missing. They start once the server has told the
 * privileges; one that was validated but has reasons will not start.
 */
export function pluginsSettled({ phase, plugins, loading }: PluginFacts): boolean {
  if (phase !== 'signed-in' || loading.size > 0) return false;
  return !plugins.some(({ state, reasons }) => onTheWay.has(state) && reasons.length === 0);
}
