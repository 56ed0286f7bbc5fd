import { join } from 'node:path';
import type { Clock, SystemClock } from '#shared/clock.ts';
import manifest from '../package.json' with { type: 'json' };
import { Api } from './api/api.ts';
import { Metrics } from './api/metrics.ts';
import { storedOptionReports } from './api/option-reports.ts';
import { StoredQueries } from './api/stored-queries.ts';
import { webhookRoutes } from './api/webhooks.ts';
import { Authenticator } from './auth/authenticator.ts';
import { FailureGuard } from './auth/failure-guard.ts';
import { PasswordCheck } from './auth/passwords.ts';
import { storedSessions } from './auth/session-store.ts';
import { loadSigningKey } from './auth/signing-key.ts';
import { Tokens } from './auth/tokens.ts';
import { InProcessBus } from './bus/in-process-bus.ts';
import { channelDrivers, type DriverOf } from './channel-drivers.ts';
import type { ServerConfiguration } from './config/config.ts';
import { ConfigurationWatch } from './config/configuration-watch.ts';
import { LiveConfiguration } from './config/live-configuration.ts';
import type { ConfigurationOptions } from './config/load-configuration.ts';
import type { Engine } from './engine/engine.ts';
import { MessagingEngine } from './engine/messaging-engine.ts';
import { StartFailure } from './failure.ts';
import { type FindLibraryFile, libraryFiles, noLibraryFiles } from './library/library-files.ts';
import { TemplateStore } from './library/template-store.ts';
import type { Log } from './log.ts';
import { SqliteStorage } from './storage/sqlite/sqlite-storage.ts';
import { type Storage, StorageError } from './storage/storage.ts';

export interface ServerOptions {
  /** What it starts with. */
  readonly configuration: ServerConfiguration;
  /** What that was read from: watched, and read anew when it changes (OPT-3). Absent: it stays as it is. */
  readonly options?: ConfigurationOptions;
  /** Records and signing key; made when it is not there. */
  readonly dataFolder: string;
  /** `advance` is what trial mode's `/trial/clock` calls. */
  readonly clock: Clock & Partial<Pick<SystemClock, 'advance'>>;
  /** Time of connections, which never jumps; wall time unless a test says otherwise. */
  readonly wireClock?: Clock;
  readonly log: Log;
  /** Bytes that may wait for one desk. */
  readonly outgoingBound?: number;
}

const RECORDS = 'records.sqlite';

/** The messaging server (SRV-1): records, engine, and what it answers over the network. */
export class Server {
  readonly #options: ServerOptions;
  readonly #configuration: LiveConfiguration;
  /** What has been started, the last first. */
  readonly #started: { stop(): Promise<void> }[] = [];

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#configuration = new LiveConfiguration(options.configuration);
  }

  /** Resolves when it takes work. Fails with a `StartFailure` that says what to do, and leaves nothing running. */
  async start(): Promise<{ readonly url: string }> {
    try {
      const storage = await this.#startStorage();
      const driverOf = channelDrivers(() => this.#configuration.current.engine.channels, this.#options.log);
      const templates = this.#templates(storage, driverOf);
      const engine = await this.#startEngine(storage, driverOf, templates);
      const listening = await this.#startApi(storage, engine, templates);
      templates.start();
      this.#watchOptions();
      return listening;
    } catch (error) {
      await this.stop();
      throw error instanceof StorageError ? new StartFailure(error.code, error.message, { cause: error }) : error;
    }
  }

  /** No new work, what is under way is finished, all is closed. Stopping twice does nothing more. */
  async stop(): Promise<void> {
    let failure: unknown;
    for (const part of this.#started.splice(0).reverse()) {
      // One part that cannot stop must not keep the records open.
      await part.stop().catch((error: unknown) => {
        failure ??= error;
      });
    }
    if (failure !== undefined) throw failure;
  }

  async #startStorage(): Promise<Storage> {
    const storage = new SqliteStorage({ file: join(this.#options.dataFolder, RECORDS) });
    await storage.start();
    this.#started.push(storage);
    return storage;
  }

  #templates(storage: Storage, driverOf: DriverOf): TemplateStore {
    const { clock, log } = this.#options;
    const channels = () => this.#configuration.current.engine.channels;
    const templates = new TemplateStore({
      ...{ storage, clock, log, channels },
      providerOf: (channel) => driverOf(channel)?.templates,
    });
    this.#started.push(templates);
    this.#configuration.onChange(() => templates.reconfigured());
    return templates;
  }

  async #startEngine(storage: Storage, driverOf: DriverOf, templates: TemplateStore): Promise<Engine> {
    const { clock, log } = this.#options;
    const configuration = this.#configuration;
    const engine = new MessagingEngine({
      config: configuration.current.engine,
      storage,
      bus: new InProcessBus({ log }),
      clock,
      log,
      senderOf: (channel) => driverOf(channel)?.sender,
      files: this.#files(),
      onTemplates: (channel) => templates.told(channel),
    });
    await engine.start();
    this.#started.push(engine);
    configuration.onChange(({ engine: config }) => {
      engine.reconfigure(config).catch((error: unknown) => {
        log.error({ err: error }, 'what follows from the new option files could not be done');
      });
    });
    return engine;
  }

  #files(): FindLibraryFile {
    const { options } = this.#options;
    return options ? libraryFiles(options.folder) : noLibraryFiles;
  }

  async #startApi(storage: Storage, engine: Engine, templates: TemplateStore): Promise<{ readonly url: string }> {
    const { clock, wireClock, log, outgoingBound } = this.#options;
    const configuration = this.#configuration;
    const metrics = new Metrics();
    const queries = new StoredQueries({ storage });
    metrics.watchQueues(queries, () => configuration.current.directory.queues.map(({ name }) => name));
    const api = new Api({
      configuration,
      version: manifest.version,
      engine,
      queries,
      optionReports: storedOptionReports({ storage, clock, log }),
      templates,
      files: this.#files(),
      authenticator: this.#authenticator(storage),
      metrics,
      webhooks: webhookRoutes({ channels: () => configuration.current.webhookChannels, engine, metrics, log }),
      clock,
      log,
      ...(wireClock ? { wireClock } : {}),
      ...(outgoingBound === undefined ? {} : { outgoingBound }),
    });
    this.#started.push(api);
    return api.start();
  }

  /** Last, so that a change finds everybody who listens; and so the first to stop. */
  #watchOptions(): void {
    const { options, log } = this.#options;
    if (!options) return;
    const watch = new ConfigurationWatch({ options, live: this.#configuration, log });
    watch.start();
    this.#started.push(watch);
  }

  #authenticator(storage: Storage): Authenticator {
    const { dataFolder, clock, log } = this.#options;
    const key = loadSigningKey(dataFolder);
    if (!key.ok) throw new StartFailure(key.error.code, key.error.message);
    return new Authenticator({
      findAgent: (name) => this.#configuration.current.profiles.get(name),
      passwords: new PasswordCheck(),
      guard: new FailureGuard({ clock }),
      tokens: new Tokens({ key: key.value, clock }),
      sessions: storedSessions(storage),
      clock,
      log,
    });
  }
}
