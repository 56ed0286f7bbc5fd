import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { SystemClock } from '#shared/clock.ts';
import { DisposableStore } from '#shared/disposable.ts';
import type { DeskUpdate, SessionView } from '#shared/ipc/view.ts';
import { hostOptions } from '#shared/options/host-options.ts';
import { readOptionFile } from '#shared/options/include.ts';
import { CommandRegistry } from '../commands/command-registry.ts';
import { hostCommands } from '../commands/host-commands.ts';
import { Desk } from '../desk/desk.ts';
import type { ServerTarget } from '../desk/desk-options.ts';
import { EmbeddedServer } from '../embedded/embedded-server.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { registerIpc } from '../ipc/registrar.ts';
import { type FileLog, type LogLevel, openFileLog } from '../logging/file-log.ts';
import { optionFolder } from '../options/option-folder.ts';
import { OptionStore } from '../options/option-store.ts';
import { preferenceFolder } from '../options/preference-folder.ts';
import { bundledModules } from '../plugins/bundled.ts';
import { MediaTypeRegistry } from '../plugins/media-type-registry.ts';
import { PluginHost } from '../plugins/plugin-host.ts';
import { KeyringSessionKeeper } from '../secrets/session-keeper.ts';
import { systemKeyring } from '../secrets/system-keyring.ts';
import { serveApp } from '../security/app-protocol.ts';
import { openLink } from '../security/open-link.ts';
import { guardPages } from '../security/web-contents.ts';
import { Pages } from '../windows/pages.ts';
import { BoundsStore } from '../windows/window-bounds.ts';
import type { Arguments } from './arguments.ts';
import type { Paths } from './paths.ts';

/** Painted before the page is; the tokens' `--bg` of each theme. */
const BACKGROUNDS = { light: '#f3f5f7', dark: '#0f1419', contrast: '#000000' } as const;

/** The desktop program: what it is made of, in the order it comes to life. */
export class Application {
  readonly #args: Arguments;
  readonly #paths: Paths;
  readonly #registrations = new DisposableStore();
  readonly #options: OptionStore;
  readonly #log: FileLog;
  readonly #desk: Desk;
  readonly #plugins: PluginHost;
  readonly #pages: Pages;
  readonly #commands: CommandRegistry;
  #embedded: EmbeddedServer | undefined;
  #phase: SessionView['phase'] = 'signed-out';
  #agent: string | undefined;

  constructor(args: Arguments, paths: Paths) {
    this.#args = args;
    this.#paths = paths;
    this.#options = new OptionStore({
      files: optionFolder(paths.config),
      preferences: preferenceFolder(join(paths.data, 'preferences')),
      declarations: hostOptions,
      onChange: () => this.#optionsChanged(),
    });
    this.#options.load();
    this.#log = this.#openLog();
    this.#desk = this.#createDesk();
    this.#commands = this.#createCommands();
    this.#plugins = this.#createPluginHost();
    this.#pages = new Pages({
      preload: paths.preload,
      bounds: new BoundsStore(join(paths.data, 'window.json')),
      background: () => this.#background(),
      log: this.#log.named('windows'),
    });
  }

  async start(): Promise<void> {
    serveApp(this.#paths.renderer);
    guardPages((url) => void openLink(url));
    const ready = this.#desk.start();
    this.#registrations.add(this.#desk.onUpdate((update) => this.#updated(update)));
    const parts = { desk: this.#desk, ready, commands: this.#commands, options: this.#options };
    this.#registrations.add(
      registerIpc(createHandlers({ ...parts, log: this.#log.named('pages') }), this.#log.named('ipc')),
    );
    this.#pages.start();
    await this.#plugins.discover();
    this.#options.declare(this.#plugins.manifests.flatMap((manifest) => manifest.options));
    await ready;
    this.#follow(this.#desk.view().session);
    if (this.#usesEmbeddedServer()) await this.#startEmbedded();
  }

  async stop(): Promise<void> {
    this.#registrations.dispose();
    this.#plugins.stop();
    await this.#desk.stop();
    await this.#embedded?.stop();
    this.#pages.stop();
  }

  /** Somebody started the program a second time. */
  focus(): void {
    this.#pages.focusMain();
  }

  #openLog(): FileLog {
    return openFileLog({
      folder: this.#paths.logs,
      level: this.#options.text('log.level') as LogLevel,
      retentionDays: Number(this.#options.text('log.retention-days')),
      redact: this.#options.text('log.redact') !== 'false',
    });
  }

  #createDesk(): Desk {
    return new Desk({
      clock: new SystemClock(),
      log: this.#log.named('desk'),
      sessions: new KeyringSessionKeeper(join(this.#paths.data, 'session.bin'), systemKeyring),
      server: this.#serverTarget(),
      trial: this.#args.trial,
      cacheFolder: join(this.#paths.data, 'cache'),
      cacheWorker: this.#paths.cacheWorker,
      program: {
        version: app.getVersion(),
        runtime: `Electron ${process.versions.electron}`,
        platform: `${process.platform} ${process.arch}`,
      },
    });
  }

  #createCommands(): CommandRegistry {
    return new CommandRegistry({
      actions: hostCommands(this.#desk, (interactionId) => {
        this.#desk.showInteraction(interactionId);
        this.#pages.focusMain();
      }),
      interaction: (id) => this.#desk.interaction(id),
      now: () => this.#desk.serverNow(),
      log: this.#log.named('commands'),
    });
  }

  #createPluginHost(): PluginHost {
    return new PluginHost({
      directory: this.#paths.plugins,
      modules: bundledModules,
      hostVersion: app.getVersion(),
      services: {
        commands: this.#commands,
        mediaTypes: new MediaTypeRegistry(),
        option: (name) => this.#options.text(name),
        clock: new SystemClock(),
        log: (id) => this.#log.forPlugin(id),
      },
      onChange: (plugins) => this.#desk.setPlugins(plugins),
    });
  }

  /** Only a server given by argument or option is known before start; the embedded one says its address later. */
  #serverTarget(): ServerTarget | null {
    const url = this.#args.serverUrl ?? this.#options.text('connection.url');
    return url === '' ? null : { url };
  }

  #usesEmbeddedServer(): boolean {
    return this.#serverTarget() === null;
  }

  async #startEmbedded(): Promise<void> {
    const { config, data, server, simulator } = this.#paths;
    const { trial, serverPort, simulatorPort } = this.#args;
    this.#embedded = new EmbeddedServer({
      ...{ trial, config, data, serverPort, simulatorPort },
      serverEntry: server,
      simulatorEntry: simulator,
      entries: readOptionFile('application.ini', optionFolder(config), { optional: true }).entries,
      log: this.#log.named('embedded'),
      onLost: (message) =>
        this.#desk.notify({ id: 'embedded-server', severity: 'error', code: 'server-lost', message }),
    });
    const started = await this.#embedded.start();
    if (started.ok) {
      console.log(`replydesk server listening on ${started.value}`);
      this.#desk.useServer({ url: started.value, key: trial ? 'trial' : 'embedded' });
      return;
    }
    const { code, message } = started.error;
    this.#log.log.error({ code }, message);
    this.#desk.notify({ id: 'embedded-server', severity: 'error', code, message });
  }

  #updated(update: DeskUpdate): void {
    this.#pages.push(update);
    for (const change of update.changes) if (change.type === 'session') this.#follow(change.session);
  }

  /** Plug-ins and the agent's own options live as long as somebody is signed in. */
  #follow(session: SessionView): void {
    const agent = session.agent?.name;
    if (agent !== this.#agent) {
      this.#agent = agent;
      this.#options.load(agent);
    }
    if (session.phase === this.#phase) return;
    this.#phase = session.phase;
    if (session.phase === 'signed-out') this.#plugins.stop();
    if (session.phase === 'signed-in' || session.phase === 'restoring') void this.#startPlugins(session.privileges);
  }

  async #startPlugins(privileges: readonly string[] | null): Promise<void> {
    const allowed = this.#options
      .text('plugins.allowed')
      .split(',')
      .map((id) => id.trim());
    await this.#plugins.start(privileges, allowed);
  }

  /** Called for the first time while the constructor still builds the rest. */
  #optionsChanged(): void {
    if (!this.#desk) return;
    this.#log.configure({
      level: this.#options.text('log.level') as LogLevel,
      redact: this.#options.text('log.redact') !== 'false',
    });
    this.#desk.setOptions(this.#options.texts());
    this.#reportOptionErrors();
  }

  #reportOptionErrors(): void {
    const errors = this.#options.diagnostics.filter((finding) => finding.severity !== 'warning');
    for (const { file, line, column, code, message } of this.#options.diagnostics) {
      this.#log.log.warn({ file, line, column, code }, message);
    }
    const [first] = errors;
    if (!first) {
      this.#desk.dismissNotice({ id: 'options' });
      return;
    }
    const more = errors.length > 1 ? ` And ${errors.length - 1} more; the log lists them.` : '';
    const message = `Option file ${first.file}, line ${first.line}: ${first.message}${more}`;
    this.#desk.notify({ id: 'options', severity: 'warning', code: first.code, message });
  }

  #background(): string {
    const theme = this.#options.text('gui.theme');
    if (theme === 'HighContrast') return BACKGROUNDS.contrast;
    const dark = theme === 'Dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
    return dark ? BACKGROUNDS.dark : BACKGROUNDS.light;
  }
}
