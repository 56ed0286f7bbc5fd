import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { type Clock, SystemClock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import { MAX_FRAME_BYTES } from '#shared/protocol/frames.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import type { ServerConfiguration } from '../config/config.ts';
import type { LiveConfiguration } from '../config/live-configuration.ts';
import type { Engine } from '../engine/engine.ts';
import type { FindLibraryFile } from '../library/library-files.ts';
import type { TemplateStore } from '../library/template-store.ts';
import type { Log } from '../log.ts';
import { grantedTo } from '../rules/privileges.ts';
import { createHttp } from './http.ts';
import { checkAddress, listen } from './listen.ts';
import type { Metrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import type { OptionReports } from './option-reports.ts';
import type { Queries } from './queries.ts';
import { registerMetrics } from './register-metrics.ts';
import { registerRoutes } from './register-routes.ts';
import type { Route } from './route.ts';
import { authRoutes } from './routes/auth.ts';
import { contactRoutes } from './routes/contacts.ts';
import { directoryRoutes } from './routes/directory.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { optionReportsRoute } from './routes/option-reports.ts';
import { responseFileRoute, standardResponsesRoute } from './routes/standard-responses.ts';
import { healthRoute, openApiRoute, readyRoute } from './routes/system.ts';
import { templateRoutes } from './routes/templates.ts';
import { trialRoutes } from './routes/trial.ts';
import { AgentSockets } from './socket/agent-sockets.ts';
import type { DeskServices } from './socket/desk-connection.ts';
import { DeskRegistry } from './socket/desk-registry.ts';
import { Requests } from './socket/requests.ts';
import { welcomeFacts } from './socket/welcome-facts.ts';

export interface ApiOptions {
  readonly configuration: LiveConfiguration;
  readonly version: string;
  readonly engine: Engine;
  readonly queries: Queries;
  readonly optionReports: OptionReports;
  readonly templates: TemplateStore;
  /** Files of the standard responses. */
  readonly files: FindLibraryFile;
  readonly authenticator: Authenticator;
  readonly metrics: Metrics;
  /** The provider's side (API-3), a fastify plug-in with routes of its own. */
  readonly webhooks: FastifyPluginAsync;
  readonly clock: Clock & Partial<Pick<SystemClock, 'advance'>>;
  /** Time of connections; wall time unless a test says otherwise. */
  readonly wireClock?: Clock;
  readonly log: Log;
  /** Bytes that may wait for one desk. */
  readonly outgoingBound?: number;
}

/** Two full frames: more than any delta worth sending, and with a hundred desks still less than a gigabyte. */
const OUTGOING_BOUND = 2 * MAX_FRAME_BYTES;
/** How long requests under way may take once the server stops; the desktop waits five seconds for all of it. */
const DRAIN_TIMEOUT = 2_000;
const ANSWER_LIMIT = MAX_FRAME_BYTES - 64 * 1024;

/** Everything the server answers over the network: REST, the agent socket, webhooks, health and metrics. */
export class Api {
  readonly #options: ApiOptions;
  #app: FastifyInstance | undefined;
  #sockets: AgentSockets | undefined;
  readonly #listening: Disposable[] = [];
  #ready = false;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  async start(): Promise<{ readonly url: string }> {
    const { log, metrics, webhooks } = this.#options;
    const configuration = this.#options.configuration.current;
    checkAddress(configuration);
    const { behindProxy } = configuration.server;
    const app = await createHttp({ log, metrics, behindProxy, tls: configuration.tls });
    this.#app = app;
    const access = { authenticator: this.#options.authenticator, behindProxy, log };
    registerRoutes(app, this.#routes(), { ...access, privilegesOf: this.#privilegesOf });
    registerMetrics(app, metrics, access);
    await app.register(webhooks);
    this.#sockets = new AgentSockets(this.#deskServices());
    this.#sockets.attach(app.server);
    this.#listening.push(
      this.#options.configuration.onChange((...change) => this.#onChange(...change)),
      this.#options.templates.onChange((channel) => {
        this.#sockets?.libraryChanged({ type: 'library', what: 'templates', channel });
      }),
    );
    const url = await listen(app, configuration);
    this.#ready = true;
    return { url };
  }

  /** No new work, every desk told, requests under way answered (SRV-1). */
  async stop(): Promise<void> {
    this.#ready = false;
    for (const listening of this.#listening.splice(0)) listening.dispose();
    await this.#sockets?.stop();
    const { wireClock = new SystemClock() } = this.#options;
    // Idle connections are closed at once and requests under way are answered; a caller that does not go on is cut off.
    const timer = wireClock.after(DRAIN_TIMEOUT, () => this.#app?.server.closeAllConnections());
    await this.#app?.close();
    timer.dispose();
  }

  #routes(): readonly Route[] {
    const { configuration, queries, optionReports, templates, files, engine, authenticator, version } = this.#options;
    const directory = () => configuration.current.directory;
    const agentStatus = (agent: string) => engine.agentStatus(agent);
    const routes: Route[] = [
      ...authRoutes({ authenticator }),
      ...interactionRoutes({ queries }),
      ...contactRoutes({ queries }),
      ...directoryRoutes({ queries, directory, agentStatus, places: () => authenticator.places() }),
      ...templateRoutes({ templates }),
      standardResponsesRoute(() => configuration.current.responses),
      responseFileRoute(files),
      optionReportsRoute({ reports: optionReports }),
      ...this.#trialRoutes(),
      healthRoute(version),
      readyRoute(() => this.#ready),
      openApiRoute(() => description),
    ];
    const description = describeApi(routes, version);
    return routes;
  }

  /** Asked at each request, so that a changed role counts from the next one on (ROLE-1). */
  readonly #privilegesOf = (agent: string) => grantedTo(this.#options.configuration.current.engine.grants, agent);

  #onChange(current: ServerConfiguration, previous: ServerConfiguration): void {
    const { authenticator, log } = this.#options;
    for (const agent of previous.profiles.keys()) {
      if (current.profiles.has(agent)) continue;
      // Whoever gets the name later must not be reached by the logins of who had it before.
      authenticator.endSessionsOf(agent).catch((error: unknown) => {
        log.error({ err: error, agent }, 'the logins of a removed agent could not be ended');
      });
    }
    this.#sockets?.reconfigured();
    if (isDeepStrictEqual(current.responses, previous.responses)) return;
    this.#sockets?.libraryChanged({ type: 'library', what: 'responses', channel: null });
  }

  #trialRoutes(): readonly Route[] {
    const { configuration, clock } = this.#options;
    if (!configuration.current.deskOptions.trial) return [];
    const agents = () => configuration.current.trialAgents;
    const advance = (milliseconds: number) => {
      clock.advance?.(milliseconds);
      this.#sockets?.clockMoved();
    };
    return trialRoutes({ agents, clock: { now: () => clock.now(), advance } });
  }

  #deskServices(): DeskServices {
    const { configuration, engine, optionReports, templates, authenticator, clock, metrics, log, version } =
      this.#options;
    const { wireClock = new SystemClock(), outgoingBound = OUTGOING_BOUND } = this.#options;
    const endSession = (sessionId: string) => authenticator.endSession(sessionId);
    return {
      engine,
      registry: new DeskRegistry({ engine, endSession }),
      requests: new Requests({
        engine,
        optionReports,
        templates,
        responses: () => configuration.current.responses,
        privilegesOf: this.#privilegesOf,
        answerLimit: ANSWER_LIMIT,
      }),
      authenticate: (token) => authenticator.authenticate(token),
      endSession,
      privilegesOf: this.#privilegesOf,
      describe: (agent) => welcomeFacts(configuration.current, version, agent),
      clock,
      wireClock,
      log,
      onBegin: () => metrics.desks.inc(),
      onEnd: (code) => {
        metrics.desks.dec();
        metrics.socketEnds.inc({ code });
      },
      onBehind: () => metrics.resyncs.inc(),
      heartbeat: () => configuration.current.server.heartbeatSeconds * 1000,
      outgoingBound,
    };
  }
}
