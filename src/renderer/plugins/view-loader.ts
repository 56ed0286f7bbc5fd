import { DisposableStore } from '#shared/disposable.ts';
import type { PluginView } from '#shared/ipc/view.ts';
import type { ViewContext, ViewPlugin } from '#shared/plugin-api/views.ts';
import type { DeskStore } from '../state/desk-store.ts';
import type { PluginRegistries } from './registries.ts';
import type { PluginTranslations } from './translations.ts';

/** A plug-in that was built with the program: its id, and how to load its views. */
export interface BundledPlugin {
  readonly id: string;
  load(): Promise<ViewPlugin>;
}

export interface ViewLoaderOptions {
  readonly bundled: readonly BundledPlugin[];
  readonly registries: PluginRegistries;
  readonly translations: PluginTranslations;
  readonly store: DeskStore;
  /** A plug-in's views could not be loaded or activated; the others go on. */
  readonly onFault: (plugin: PluginView, error: unknown) => void;
}

/**
 * Loads the views of the plug-ins that main says are running, and takes back everything they registered when they no
 * longer are (PLG-3).
 */
export class ViewLoader {
  readonly #options: ViewLoaderOptions;
  readonly #loaded = new Map<string, DisposableStore>();
  #unsubscribe: (() => void) | undefined;

  constructor(options: ViewLoaderOptions) {
    this.#options = options;
  }

  start(): void {
    const { store } = this.#options;
    this.#follow(store.getState().plugins);
    this.#unsubscribe = store.subscribe((model, before) => {
      if (model.plugins !== before.plugins) this.#follow(model.plugins);
    });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#follow([]);
  }

  #follow(plugins: readonly PluginView[]): void {
    const running = new Map(plugins.filter(({ state }) => state === 'running').map((plugin) => [plugin.id, plugin]));
    for (const [id, registrations] of this.#loaded) {
      if (running.has(id)) continue;
      this.#loaded.delete(id);
      registrations.dispose();
    }
    for (const bundled of this.#options.bundled) {
      const plugin = running.get(bundled.id);
      if (plugin && !this.#loaded.has(bundled.id)) void this.#load(bundled, plugin);
    }
  }

  async #load(bundled: BundledPlugin, plugin: PluginView): Promise<void> {
    const registrations = new DisposableStore();
    this.#loaded.set(bundled.id, registrations);
    const loading = this.#options.registries.noteLoading(bundled.id);
    try {
      const views = await bundled.load();
      // It may have stopped while its code was read.
      if (this.#loaded.get(bundled.id) === registrations) views.activate(this.#context(bundled.id, registrations));
    } catch (error) {
      registrations.dispose();
      this.#options.onFault(plugin, error);
    } finally {
      loading.dispose();
    }
  }

  #context(pluginId: string, registrations: DisposableStore): ViewContext {
    const { registries, translations } = this.#options;
    return {
      regions: {
        register: (region, contribution) =>
          registrations.add(registries.registerRegion(region, { ...contribution, pluginId })),
      },
      mediaTypes: { register: (views) => registrations.add(registries.registerMediaType(views)) },
      translations: {
        register: (language, texts) => registrations.add(translations.register(language, texts)),
        translate: (key, values) => translations.translate(key, values),
      },
    };
  }
}
