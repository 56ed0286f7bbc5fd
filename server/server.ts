import { join } from 'node:path';
import type { Clock, SystemClock } from '#shared/clock.ts';
import manifest from '../package.json' with { type: 'json' };
import { Api } from './api/api.ts';
import { Metrics } from './api/metrics.ts';
import { StoredQueries } from './api/stored-queries.ts';
import { webhookRoutes } from './api/webhooks.ts';
import { Authenticator } from './auth/authenticator.ts';
import { FailureGuard } from './auth/failure-guard.ts';
import { PasswordCheck } from './auth/passwords.ts';
import { storedSessions } from './auth/session-store.ts';
import { loadSigningKey } from './auth/signing-key.ts';
import { Tokens } from './auth/tokens.ts';
import { InProcessBus } from './bus/in-process-bus.ts';
import { channelSenders } from './channel-senders.ts';
import type { ServerConfiguration } from './config/config.ts';
import type { Engine } from './engine/engine.ts';
import { MessagingEngine } from './engine/messaging-engine.ts';
import { StartFailure } from './failure.ts';
import type { Log } from './log.ts';
import { SqliteStorage } from './storage/sqlite/sqlite-storage.ts';
import { type Storage, StorageError } from './storage/storage.ts';

export interface ServerOptions {
  readonly configuration: ServerConfiguration;
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
  /** What has been started, the last first. */
  readonly #started: { stop(): Promise<void> }[] = [];

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /** Resolves when it takes work. Fails with a `StartFailure` that says what to do, and leaves nothing running. */
  async start(): Promise<{ readonly url: string }> {
    try {
      const storage = await this.#startStorage();
      const engine = await this.#startEngine(storage);
      return await this.#startApi(storage, engine);
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

  async #startEngine(storage: Storage): Promise<Engine> {
    const { configuration, clock, log } = this.#options;
    const engine = new MessagingEngine({
      config: configuration.engine,
      storage,
      bus: new InProcessBus({ log }),
      clock,
      log,
      senderOf: channelSenders(configuration.engine.channels, log),
    });
    await engine.start();
    this.#started.push(engine);
    return engine;
  }

  async #startApi(storage: Storage, engine: Engine): Promise<{ readonly url: string }> {
    const { configuration, clock, wireClock, log, outgoingBound } = this.#options;
    const metrics = new Metrics();
    const queries = new StoredQueries({ storage });
    metrics.watchQueues(queries, () => configuration.directory.queues.map(({ name }) => name));
    const api = new Api({
      configuration,
      version: manifest.version,
      engine,
      queries,
      authenticator: this.#authenticator(storage),
      metrics,
      webhooks: webhookRoutes({ channels: () => configuration.webhookChannels, engine, metrics, log }),
      clock,
      log,
      ...(wireClock ? { wireClock } : {}),
      ...(outgoingBound === undefined ? {} : { outgoingBound }),
    });
    this.#started.push(api);
    return api.start();
  }

  #authenticator(storage: Storage): Authenticator {
    const { configuration, dataFolder, clock, log } = this.#options;
    const key = loadSigningKey(dataFolder);
    if (!key.ok) throw new StartFailure(key.error.code, key.error.message);
    return new Authenticator({
      findAgent: (name) => configuration.profiles.get(name),
      passwords: new PasswordCheck(),
      guard: new FailureGuard({ clock }),
      tokens: new Tokens({ key: key.value, clock }),
      sessions: storedSessions(storage),
      clock,
      log,
    });
  }
}
