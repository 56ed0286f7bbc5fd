import type { DeskUpdate, SessionView } from '#shared/ipc/view.ts';
import type { OptionStore } from '../options/option-store.ts';
import type { PluginHost } from '../plugins/plugin-host.ts';

/** Lets plug-ins run and the agent's own options count as long as somebody is signed in (PLG-3, OPT-2). */
export class SessionFollower {
  readonly #options: OptionStore;
  readonly #plugins: PluginHost;
  #agent: string | undefined;
  #isSignedIn = false;

  constructor(options: OptionStore, plugins: PluginHost) {
    this.#options = options;
    this.#plugins = plugins;
  }

  apply(update: DeskUpdate): void {
    for (const change of update.changes) if (change.type === 'session') this.follow(change.session);
  }

  follow({ agent, phase, privileges }: SessionView): void {
    if (agent?.name !== this.#agent) {
      this.#agent = agent?.name;
      this.#options.load(this.#agent);
    }
    const isSignedIn = phase === 'signed-in' || phase === 'restoring';
    if (isSignedIn === this.#isSignedIn) return;
    this.#isSignedIn = isSignedIn;
    if (isSignedIn) void this.#plugins.start(privileges, this.#allowed());
    else this.#plugins.stop();
  }

  #allowed(): readonly string[] {
    return this.#options
      .text('plugins.allowed')
      .split(',')
      .map((id) => id.trim());
  }
}
