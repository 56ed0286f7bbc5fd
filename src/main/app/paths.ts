import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app } from 'electron';
import { defaultOptionFolder } from '#node/option-folder.ts';
import type { Arguments } from './arguments.ts';

/** Where everything of this start lies. */
export interface Paths {
  readonly config: string;
  /** This user's data. */
  readonly data: string;
  readonly logs: string;
  readonly plugins: string;
  readonly renderer: string;
  /** The sounds that come with the program. */
  readonly sounds: string;
  readonly preload: string;
  readonly cacheWorker: URL;
  readonly server: string;
  readonly simulator: string;
}

/** Settles the folders. In trial mode options come from the program's own samples, and data goes to a place of its own. */
export function settlePaths(args: Arguments): Paths {
  const root = app.getAppPath();
  const built = fileURLToPath(new URL('.', import.meta.url));
  const resources = app.isPackaged ? process.resourcesPath : root;
  const data = args.dataDir ?? (args.trial ? join(app.getPath('userData'), 'trial') : app.getPath('userData'));
  const config =
    args.configDir ?? (args.trial ? join(resources, 'config') : defaultOptionFolder(process.platform, process.env));
  return {
    config,
    data,
    logs: join(data, 'logs'),
    plugins: args.pluginsDir ?? join(resources, 'plugins'),
    renderer: join(built, '..', 'renderer'),
    sounds: join(resources, 'assets', 'sounds'),
    preload: join(built, '..', 'preload', 'index.cjs'),
    cacheWorker: pathToFileURL(join(built, 'cache-worker.js')),
    server: join(built, 'server.js'),
    simulator: join(built, 'simulator.js'),
  };
}
