import type { DeskUpdate, SessionView } from '#shared/ipc/view.ts';
import type { OptionStore } from '../options/option-store.ts';
import type { PluginHost } from '../plugins/plugin-host.ts';

/** Lets plug-ins run and the agent's own options count as long as somebody is signed in (PLG-3, OPT-2, ROLE-1). */
export class SessionFollower {
  readonly #options: OptionStore;
  readonly #plugins: PluginHost;
  /** Who it is, as far as option files differ by it. */
  #audience = '';
  /** What the plug-ins were last told. */
  #rights: string | undefined;

  constructor(options: OptionStore, plugins: PluginHost) {
    this.#options = options;
    this.#plugins = plugins;
  }

  apply(update: DeskUpdate): void {
    for (const change of update.changes) if (change.type === 'session') this.follow(change.session);
  }

  follow({ agent, phase, privileges }: SessionView): void {
    const audience = JSON.stringify([agent?.name, agent?.groups]);
    if (audience !== this.#audience) {
      this.#audience = audience;
      this.#options.load(agent?.name, agent?.groups);
    }
    const isSignedIn = phase === 'signed-in' || phase === 'restoring';
    const rights = isSignedIn ? JSON.stringify(privileges) : undefined;
    if (rights === this.#rights) return;
    this.#rights = rights;
    if (isSignedIn) void this.#plugins.follow(privileges, this.#allowed());
    else this.#plugins.stop();
  }

  #allowed(): readonly string[] {
    return this.#options
      .text('plugins.allowed')
      .split(',')
      .map((id) => id.trim());
  }
}
