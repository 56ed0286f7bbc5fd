import { join } from 'node:path';
import { app, session } from 'electron';
import { optionFolder } from '#node/option-folder.ts';
import { DisposableStore } from '#shared/disposable.ts';
import type { IpcChannel } from '#shared/ipc/contract.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { readOptionFile } from '#shared/options/include.ts';
import { AttentionCenter } from '../attention/attention-center.ts';
import type { CommandRegistry } from '../commands/command-registry.ts';
import type { Desk } from '../desk/desk.ts';
import { EmbeddedServer } from '../embedded/embedded-server.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { registerIpc } from '../ipc/registrar.ts';
import type { InactivityLock } from '../lock/inactivity-lock.ts';
import { deskLocked, isAllowedLocked } from '../lock/locked-requests.ts';
import type { FileLog } from '../logging/file-log.ts';
import type { OptionStore } from '../options/option-store.ts';
import { MediaTypeRegistry } from '../plugins/media-type-registry.ts';
import type { PluginHost } from '../plugins/plugin-host.ts';
import { serveApp } from '../security/app-protocol.ts';
import { openLink } from '../security/open-link.ts';
import { configureSpellCheck } from '../security/spell-check.ts';
import { guardPages } from '../security/web-contents.ts';
import { setApplicationMenu } from '../windows/application-menu.ts';
import type { Pages } from '../windows/pages.ts';
import type { Arguments } from './arguments.ts';
import type { AutoReady } from './auto-ready.ts';
import type { OfferTimeouts } from './offer-timeouts.ts';
import { OptionReports } from './option-report.ts';
import {
  createAutoReady,
  createCommands,
  createDesk,
  createInactivityLock,
  createLog,
  createOfferTimeouts,
  createOptions,
  createPages,
  createPluginHost,
  logSettings,
  serverTarget,
} from './parts.ts';
import type { Paths } from './paths.ts';
import { SessionFollower } from './session-follower.ts';

/** The desktop program: its parts in the order they come to life. */
export class Application {
  readonly #args: Arguments;
  readonly #paths: Paths;
  readonly #registrations = new DisposableStore();
  readonly #options: OptionStore;
  readonly #log: FileLog;
  readonly #desk: Desk;
  readonly #pages: Pages;
  readonly #commands: CommandRegistry;
  readonly #plugins: PluginHost;
  readonly #session: SessionFollower;
  readonly #autoReady: AutoReady;
  readonly #reports: OptionReports;
  readonly #offers: OfferTimeouts;
  readonly #attention: AttentionCenter;
  readonly #inactivity: InactivityLock;
  #embedded: EmbeddedServer | undefined;
  #isStarted = false;

  constructor(args: Arguments, paths: Paths) {
    this.#args = args;
    this.#paths = paths;
    this.#options = createOptions(paths, {
      onChange: () => this.#optionsChanged(),
      onFault: (error) =>
        this.#log.named('options').warn({ err: error }, 'The last good option files could not be kept'),
    });
    this.#options.load();
    this.#log = createLog(paths, this.#options);
    const mediaTypes = new MediaTypeRegistry();
    this.#desk = createDesk(args, paths, { options: this.#options, mediaTypes, log: this.#log });
    this.#pages = createPages(paths, { options: this.#options, desk: this.#desk, log: this.#log });
    this.#attention = new AttentionCenter(this.#pages, (id) => this.#desk.setInView(id));
    this.#commands = createCommands(this.#desk, this.#pages, this.#log);
    const parts = { options: this.#options, commands: this.#commands, desk: this.#desk, log: this.#log };
    this.#plugins = createPluginHost(paths, { ...parts, mediaTypes });
    this.#session = new SessionFollower(this.#options, this.#plugins);
    this.#autoReady = createAutoReady(parts);
    this.#inactivity = createInactivityLock(parts);
    this.#reports = new OptionReports(this.#options, this.#desk, this.#log.named('options'));
    this.#offers = createOfferTimeouts(parts);
  }

  async start(): Promise<void> {
    const { renderer, config, sounds } = this.#paths;
    serveApp({
      pages: renderer,
      sounds: [join(config, 'sounds'), sounds],
      picture: (name) => this.#desk.libraryPicture(name),
    });
    guardPages((url) => void openLink(url));
    setApplicationMenu(process.platform);
    configureSpellCheck(session.defaultSession, {
      platform: process.platform,
      dictionaries: this.#options.text('composer.spell-check-dictionaries'),
      languages: app.getPreferredSystemLanguages(),
    });
    const ready = this.#desk.start();
    this.#connectPages(ready);
    this.#attention.start();
    this.#pages.start();
    this.#inactivity.start();
    const embedded = serverTarget(this.#args, this.#options) === null ? this.#startEmbedded(ready) : undefined;
    await this.#plugins.discover();
    this.#isStarted = true;
    this.#options.declare(this.#plugins.manifests.flatMap((manifest) => manifest.options));
    this.#registrations.add(this.#options.watch());
    await ready;
    this.#session.follow(this.#desk.view().session);
    await embedded;
  }

  async stop(): Promise<void> {
    this.#registrations.dispose();
    this.#inactivity.stop();
    this.#offers.stop();
    this.#attention.stop();
    this.#plugins.stop();
    await this.#options.settled;
    await this.#desk.stop();
    await this.#embedded?.stop();
    this.#pages.stop();
  }

  /** Somebody started the program a second time. */
  focus(): void {
    this.#pages.focusMain();
  }

  /** A fault in the program itself: it goes on, since what matters is on disk, and says that it is not whole. */
  report(error: unknown): void {
    this.#log.log.error({ err: error }, 'Replydesk has a fault');
    this.#desk.notify({
      id: 'program-fault',
      severity: 'error',
      code: 'program-fault',
      message:
        'A part of Replydesk failed; your work is saved. If something no longer answers, start Replydesk anew. ' +
        'Settings, Diagnostics has the details for whoever looks after it.',
    });
  }

  #connectPages(ready: Promise<void>): void {
    const ownerOf = (option: string) => this.#plugins.ownerOf(option) ?? app.getName();
    const parts = { desk: this.#desk, ready, commands: this.#commands, options: this.#options, ownerOf };
    const { front, notifications } = this.#attention;
    const handlers = createHandlers({
      ...{ ...parts, pages: this.#pages, front, notifications },
      log: this.#log.named('pages'),
    });
    const guard = (channel: IpcChannel, params: unknown) =>
      this.#desk.session.locked === null || isAllowedLocked(channel, params) ? undefined : deskLocked;
    this.#registrations.add(registerIpc(handlers, { log: this.#log.named('ipc'), guard }));
    this.#registrations.add(
      this.#desk.onUpdate((update) => {
        this.#pages.push(update);
        this.#attention.apply(update);
        this.#follow(update);
      }),
    );
  }

  #follow(update: DeskUpdate): void {
    this.#session.apply(update);
    // After the agent's own option files count.
    this.#autoReady.apply(update);
    this.#reports.apply(update);
    this.#offers.apply(update);
    for (const change of update.changes) {
      if (change.type === 'interaction-removed') this.#options.release(change.interactionId);
    }
  }

  /** Starts the server inside while the window opens; the desk goes to it once both are there. */
  async #startEmbedded(ready: Promise<void>): Promise<void> {
    const { config, data, server, simulator } = this.#paths;
    const { trial, serverPort, simulatorPort } = this.#args;
    const fail = (code: string, message: string) =>
      this.#desk.notify({ id: 'embedded-server', severity: 'error', code, message });
    this.#embedded = new EmbeddedServer({
      ...{ trial, config, data, serverPort, simulatorPort },
      serverEntry: server,
      simulatorEntry: simulator,
      entries: readOptionFile('application.ini', optionFolder(config), { optional: true }).entries,
      log: this.#log.named('embedded'),
      onLost: (message) => fail('server-lost', message),
    });
    const [started] = await Promise.all([this.#embedded.start(), ready]);
    if (started.ok) {
      console.log(`replydesk server listening on ${started.value}`);
      this.#desk.useServer({ url: started.value, key: trial ? 'trial' : 'embedded' });
      return;
    }
    this.#log.log.error({ code: started.error.code }, started.error.message);
    fail(started.error.code, started.error.message);
  }

  /** Until the plug-ins have declared theirs, their options look unknown. */
  #optionsChanged(): void {
    if (!this.#isStarted) return;
    this.#log.configure(logSettings(this.#options));
    this.#desk.setOptions({ options: this.#options.texts(), revision: this.#options.revision });
    this.#reports.tell();
  }
}
