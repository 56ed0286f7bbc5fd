import type { Clock } from '#shared/clock.ts';
import type { DisposableStore } from '#shared/disposable.ts';
import type { BackgroundContext, PluginLog } from '#shared/plugin-api/background.ts';
import type { Manifest, Permission } from '#shared/plugin-api/manifest.ts';
import type { CommandRegistry } from '../commands/command-registry.ts';
import type { MediaTypeRegistry } from './media-type-registry.ts';

/** The host's services a plug-in reaches through its context. */
export interface PluginServices {
  readonly commands: Pick<CommandRegistry, 'insertStep'>;
  readonly mediaTypes: MediaTypeRegistry;
  /** Effective value of an option, for one interaction where given. */
  readonly option: (name: string, interactionId?: string) => string;
  readonly clock: Clock;
  readonly log: (pluginId: string) => PluginLog;
}

/** The permission each function of the API needs (PLG-4): denied unless the manifest asks for it. */
export const API_PERMISSIONS = {
  'options.get': 'options.read',
  'commands.insertStep': 'commands.steps',
  'mediaTypes.register': 'media-types',
  log: 'log',
  clock: 'clock',
} as const satisfies Readonly<Record<string, Permission>>;

/** The context of one plug-in. Registrations go into `collected`, which the host empties when the plug-in stops. */
export function createContext(
  manifest: Manifest,
  services: PluginServices,
  collected: DisposableStore,
): BackgroundContext {
  const need = (method: keyof typeof API_PERMISSIONS) => {
    const permission = API_PERMISSIONS[method];
    if (!manifest.permissions.includes(permission)) {
      throw new Error(
        `${manifest.id} may not use ${method}: its manifest does not ask for the permission "${permission}".`,
      );
    }
  };
  const ownOptions = new Set(manifest.options.map((option) => option.name));
  return {
    pluginId: manifest.id,
    options: {
      get(name, interactionId) {
        need('options.get');
        if (!ownOptions.has(name)) throw new Error(`${manifest.id} does not declare the option "${name}" it reads.`);
        return services.option(name, interactionId);
      },
    },
    commands: {
      insertStep(command, place, step) {
        need('commands.insertStep');
        return collected.add(services.commands.insertStep(command, place, step));
      },
    },
    mediaTypes: {
      register(mediaType, traits) {
        need('mediaTypes.register');
        return collected.add(services.mediaTypes.register(mediaType, manifest.id, traits));
      },
    },
    get log() {
      need('log');
      return services.log(manifest.id);
    },
    get clock() {
      need('clock');
      return services.clock;
    },
  };
}
