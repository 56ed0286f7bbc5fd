import { DisposableStore } from '#shared/disposable.ts';
import type { PluginView } from '#shared/ipc/view.ts';
import type { BackgroundPlugin } from '#shared/plugin-api/background.ts';
import type { Manifest } from '#shared/plugin-api/manifest.ts';
import { createContext, type PluginServices } from './background-context.ts';
import { type Discovered, discoverPlugins, isAllowed } from './discovery.ts';

/** Loads the background part of a bundled plug-in; by the name of its folder. */
export type BundledModules = Readonly<Record<string, () => Promise<{ readonly plugin: BackgroundPlugin }>>>;

export interface PluginHostOptions {
  /** Folder with one folder a plug-in. */
  readonly directory: string;
  readonly modules: BundledModules;
  readonly hostVersion: string;
  readonly services: PluginServices;
  readonly onChange: (plugins: readonly PluginView[]) => void;
}

interface Loaded {
  readonly discovered: Discovered;
  state: PluginView['state'];
  reasons: readonly string[];
  startedIn: number | null;
  collected: DisposableStore;
}

/**
 * Life of plug-ins (PLG-3): discovered → validated → (allow-list, privilege) → starting → running → stopped, or
 * failed with reasons. Started after login, when privileges are known. A plug-in's fault stays its own.
 */
export class PluginHost {
  readonly #options: PluginHostOptions;
  #loaded: Loaded[] = [];

  constructor(options: PluginHostOptions) {
    this.#options = options;
  }

  /** Looks at the folders; nothing runs yet. */
  async discover(): Promise<void> {
    const { directory, modules, hostVersion } = this.#options;
    const found = await discoverPlugins(directory, Object.keys(modules), hostVersion);
    this.#loaded = found.map((discovered) => ({
      discovered,
      state: discovered.reasons.length > 0 ? 'failed' : 'validated',
      reasons: discovered.reasons,
      startedIn: null,
      collected: new DisposableStore(),
    }));
    this.#changed();
  }

  /** Manifests of the plug-ins that are whole, for their option metadata. */
  get manifests(): readonly Manifest[] {
    return this.#loaded.flatMap(({ discovered }) =>
      discovered.manifest && discovered.reasons.length === 0 ? [discovered.manifest] : [],
    );
  }

  /** Display name of the plug-in that declares an option. */
  ownerOf(option: string): string | undefined {
    return this.manifests.find(({ options }) => options.some((declared) => declared.name === option))?.displayName;
  }

  /**
   * Starts what may run and stops what may not (any more). `privileges` null means access control is off: everything is
   * allowed (ROLE-1).
   */
  async follow(privileges: readonly string[] | null, allowed: readonly string[]): Promise<void> {
    for (const plugin of this.#loaded) {
      const { manifest, folder } = plugin.discovered;
      if (!manifest) continue;
      const hindrance = this.#hindrance(manifest, folder, privileges, allowed);
      if (plugin.state === 'running' && hindrance !== undefined) this.#stopOne(plugin, hindrance);
      else if (plugin.state === 'validated' || plugin.state === 'stopped') await this.#startOne(plugin, hindrance);
    }
  }

  /** Stops all: whatever they registered is gone afterwards. */
  stop(): void {
    for (const plugin of this.#loaded) {
      if (plugin.state === 'running') this.#stopOne(plugin, 'Nobody is signed in.');
    }
  }

  views(): readonly PluginView[] {
    return this.#loaded.map(({ discovered, state, reasons, startedIn }) => ({
      id: discovered.manifest?.id ?? discovered.folder,
      displayName: discovered.manifest?.displayName ?? discovered.folder,
      version: discovered.manifest?.version ?? '',
      state,
      reasons: [...reasons],
      startedIn,
    }));
  }

  #stopOne(plugin: Loaded, why: string): void {
    plugin.collected.dispose();
    this.#set(plugin, 'stopped', [why]);
  }

  async #startOne(plugin: Loaded, hindrance: string | undefined): Promise<void> {
    const { manifest, folder } = plugin.discovered;
    if (!manifest) return;
    if (hindrance !== undefined) return this.#set(plugin, 'stopped', [hindrance]);
    this.#set(plugin, 'starting', []);
    plugin.collected = new DisposableStore();
    const began = performance.now();
    try {
      const module = await this.#options.modules[folder]?.();
      await module?.plugin.activate(createContext(manifest, this.#options.services, plugin.collected));
      plugin.startedIn = Math.round(performance.now() - began);
      this.#set(plugin, 'running', []);
    } catch (error) {
      plugin.collected.dispose();
      const why = error instanceof Error ? error.message : String(error);
      this.#options.services.log(manifest.id).error('plug-in did not start', { error });
      this.#set(plugin, 'failed', [`It did not start: ${why}`]);
    }
  }

  #hindrance(
    manifest: Manifest,
    folder: string,
    privileges: readonly string[] | null,
    allowed: readonly string[],
  ): string | undefined {
    if (!isAllowed(manifest.id, allowed)) return `The option plugins.allowed does not list ${manifest.id}.`;
    const missing = requiredPrivileges(manifest).filter((name) => privileges !== null && !privileges.includes(name));
    if (missing.length > 0) {
      const [what, is] = missing.length === 1 ? ['privilege', 'is'] : ['privileges', 'are'];
      return `The ${what} ${missing.join(', ')} ${is} not granted. Ask an administrator for a role that has ${missing.length === 1 ? 'it' : 'them'}.`;
    }
    if (!this.#options.modules[folder]) return `This program has no code for the folder "${folder}".`;
    return undefined;
  }

  #set(plugin: Loaded, state: PluginView['state'], reasons: readonly string[]): void {
    plugin.state = state;
    plugin.reasons = reasons;
    this.#changed();
  }

  #changed(): void {
    this.#options.onChange(this.views());
  }
}

function requiredPrivileges({ requiredPrivilege, alsoRequiredPrivileges = [] }: Manifest): readonly string[] {
  return requiredPrivilege === undefined ? alsoRequiredPrivileges : [requiredPrivilege, ...alsoRequiredPrivileges];
}
