import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { SystemClock } from '#shared/clock.ts';
import { hostOptions } from '#shared/options/host-options.ts';
import { CommandRegistry } from '../commands/command-registry.ts';
import { hostCommands } from '../commands/host-commands.ts';
import { Desk } from '../desk/desk.ts';
import type { ServerTarget } from '../desk/desk-options.ts';
import { Place } from '../desk/place.ts';
import { InactivityLock } from '../lock/inactivity-lock.ts';
import { systemPresence } from '../lock/system-presence.ts';
import { type FileLog, type LogLevel, openFileLog } from '../logging/file-log.ts';
import { LastGood } from '../options/last-good.ts';
import { optionFilesIn } from '../options/option-files.ts';
import { OptionStore, type OptionStoreOptions } from '../options/option-store.ts';
import { Preferences, preferenceFolder } from '../options/preferences.ts';
import { bundledModules } from '../plugins/bundled.ts';
import type { MediaTypeRegistry } from '../plugins/media-type-registry.ts';
import { PluginHost } from '../plugins/plugin-host.ts';
import { KeyringSessionKeeper } from '../secrets/session-keeper.ts';
import { systemKeyring } from '../secrets/system-keyring.ts';
import { Pages } from '../windows/pages.ts';
import { BoundsStore } from '../windows/window-bounds.ts';
import { type Arguments, bindValues } from './arguments.ts';
import { AutoReady } from './auto-ready.ts';
import { LastPlace } from './last-place.ts';
import { createNetwork } from './network.ts';
import { OfferTimeouts } from './offer-timeouts.ts';
import type { Paths } from './paths.ts';

/** What the desktop is made of; each part gets what it needs here, and nowhere else. */

/** Painted before the page is; the tokens' `--bg` of each theme. */
const BACKGROUNDS = { light: '#f3f5f7', dark: '#0f1419', contrast: '#000000' } as const;

export function createOptions(paths: Paths, told: Pick<OptionStoreOptions, 'onChange' | 'onFault'>): OptionStore {
  return new OptionStore({
    files: optionFilesIn(paths.config),
    lastGood: new LastGood(join(paths.data, 'options'), paths.config),
    preferences: new Preferences(preferenceFolder(join(paths.data, 'preferences'))),
    declarations: hostOptions,
    ...told,
  });
}

/** What the log's own options say now. */
export function logSettings(options: OptionStore): { readonly level: LogLevel; readonly redact: boolean } {
  return { level: options.text('log.level') as LogLevel, redact: options.text('log.redact') !== 'false' };
}

export function createLog(paths: Paths, options: OptionStore): FileLog {
  const retentionDays = Number(options.text('log.retention-days'));
  return openFileLog({ folder: paths.logs, retentionDays, ...logSettings(options) });
}

/** The server given by argument or option; null means the one inside, which tells its address once it listens. */
export function serverTarget(args: Arguments, options: OptionStore): ServerTarget | null {
  const url = args.serverUrl ?? options.text('connection.url');
  return url === '' ? null : { url };
}

export function createDesk(
  args: Arguments,
  paths: Paths,
  { options, mediaTypes, log }: { options: OptionStore; mediaTypes: MediaTypeRegistry; log: FileLog },
): Desk {
  const { network, trouble } = createNetwork(options, paths.config);
  const desk = new Desk({
    clock: new SystemClock(),
    log: log.named('desk'),
    sessions: new KeyringSessionKeeper(join(paths.data, 'session.bin'), systemKeyring),
    server: serverTarget(args, options),
    network,
    trial: args.trial,
    cacheFolder: join(paths.data, 'cache'),
    cacheWorker: paths.cacheWorker,
    cacheLimits: () => ({
      retentionDays: Number(options.text('transcript-cache.retention-days')),
      maxSizeMb: Number(options.text('transcript-cache.max-size-mb')),
    }),
    interactionOptions: (interaction) => options.textsOf(interaction),
    mediaOf({ id, mediaType }) {
      const { readMarks, typingSeconds } = mediaTypes.traits(mediaType);
      return { readMarks: readMarks?.(id) ?? 'never', typingSeconds };
    },
    workbinOf: (mediaType) => options.text(`workbin.${mediaType}.in-progress`),
    place: createPlace(paths, options),
    program: {
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      platform: `${process.platform} ${process.arch}`,
    },
  });
  if (trouble) desk.notify({ id: trouble.code, severity: 'error', code: trouble.code, message: trouble.message });
  return desk;
}

function createPlace(paths: Paths, options: OptionStore): Place {
  const settings = () => ({
    asked: options.text('login.prompt-place').toLowerCase() === 'true',
    byDefault: options.text('login.default-place'),
  });
  return new Place(settings, new LastPlace(join(paths.data, 'place.json')));
}

export function createPages(
  paths: Paths,
  { options, desk, log }: { options: OptionStore; desk: Desk; log: FileLog },
): Pages {
  return new Pages({
    preload: paths.preload,
    bounds: new BoundsStore(join(paths.data, 'window.json')),
    interactionBounds: new BoundsStore(join(paths.data, 'interaction-window.json')),
    background: () => backgroundOf(options.text('gui.theme')),
    toastTakesFocus: () => options.text('accessibility.focus-on-interaction-toast').toLowerCase() === 'true',
    onPoppedOut: (interactionIds) => desk.setPoppedOut(interactionIds),
    log: log.named('windows'),
  });
}

export function createCommands(desk: Desk, pages: Pages, log: FileLog): CommandRegistry {
  return new CommandRegistry({
    actions: hostCommands(desk, {
      onAccepted(interactionId) {
        desk.showInteraction(interactionId);
        pages.focusMain();
      },
      popOut: (interactionId) => pages.poppedOut.open(interactionId),
      raise: (interactionId) => pages.poppedOut.raise(interactionId),
      putBack(interactionId) {
        pages.poppedOut.close(interactionId);
        desk.showInteraction(interactionId);
        pages.focusMain();
      },
      restart() {
        app.relaunch({ args: bindValues(process.argv.slice(1)) });
        app.quit();
      },
    }),
    interaction: (id) => desk.interaction(id),
    contactOf: (id) => desk.contactOf(id),
    template: (channel, key) => desk.library.template(channel, key),
    now: () => desk.serverNow(),
    log: log.named('commands'),
  });
}

export function createPluginHost(
  paths: Paths,
  {
    options,
    mediaTypes,
    commands,
    desk,
    log,
  }: { options: OptionStore; mediaTypes: MediaTypeRegistry; commands: CommandRegistry; desk: Desk; log: FileLog },
): PluginHost {
  return new PluginHost({
    directory: paths.plugins,
    modules: bundledModules,
    hostVersion: app.getVersion(),
    services: {
      commands,
      mediaTypes,
      option: (name, interactionId) => options.text(name, interactionId),
      clock: new SystemClock(),
      log: (id) => log.forPlugin(id),
    },
    onChange: (plugins) => desk.setPlugins(plugins),
  });
}

export function createOfferTimeouts({
  options,
  desk,
  log,
}: {
  readonly options: OptionStore;
  readonly desk: Desk;
  readonly log: FileLog;
}): OfferTimeouts {
  return new OfferTimeouts({
    clock: new SystemClock(),
    serverNow: () => desk.serverNow(),
    timeout: (interactionId) => Number(options.text('toast.timeout', interactionId)),
    onMissed: (offerId) =>
      void desk.missOffer(offerId).then((ended) => {
        if (!ended.ok) log.named('offers').debug({ offerId, code: ended.error.code }, 'The offer had ended already');
      }),
  });
}

export function createAutoReady({
  options,
  commands,
  desk,
}: {
  readonly options: OptionStore;
  readonly commands: CommandRegistry;
  readonly desk: Desk;
}): AutoReady {
  return new AutoReady({
    option: (name) => options.text(name),
    setState: (params) => commands.run('agent.set-state', params),
    onRefused: (message) => desk.notify({ id: 'auto-ready', severity: 'warning', code: 'auto-ready', message }),
  });
}

export function createInactivityLock({
  options,
  commands,
  desk,
}: {
  readonly options: OptionStore;
  readonly commands: CommandRegistry;
  readonly desk: Desk;
}): InactivityLock {
  return new InactivityLock({
    clock: new SystemClock(),
    presence: systemPresence,
    option: (name) => options.text(name),
    session: () => desk.session,
    lock: (reason) => desk.lock(reason),
    setState: (params) => commands.run('agent.set-state', params),
    onRefused: (message) => desk.notify({ id: 'away', severity: 'warning', code: 'away', message }),
  });
}

function backgroundOf(theme: string): string {
  if (theme === 'HighContrast') return BACKGROUNDS.contrast;
  const dark = theme === 'Dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
  return dark ? BACKGROUNDS.dark : BACKGROUNDS.light;
}
