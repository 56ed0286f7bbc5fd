import type { IpcParams } from '#shared/ipc/contract.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import { cacheFile } from '../cache/open-cache.ts';
import type { DeskCore } from './desk-core.ts';
import type { SavedSession, ServerTarget } from './desk-options.ts';
import { noPlace, type Place } from './place.ts';
import type { Replies } from './replies.ts';

type Nothing = Record<string, never>;

const ENDED = 'session-ended';

export const serverStarting = refuse(
  'server-starting',
  'The messaging server of this desk is not ready yet. Try again in a moment.',
  true,
);

/** Who works at the desk: restores, begins and ends sessions, one step after the other (UI-12). */
export class SignIn {
  readonly #core: DeskCore;
  readonly #replies: Replies;
  /** The step under way: a sign-in must not open a file that a sign-out is closing. */
  #last: Promise<unknown> = Promise.resolve();
  #isLoggingOut = false;

  constructor(core: DeskCore, replies: Replies) {
    this.#core = core;
    this.#replies = replies;
    core.onEnded = (error) => this.#ended(error);
  }

  /** Shows what the cache has of the kept session and connects. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#restore());
  }

  /** The server has (another) address. A session of another server than this ends here. */
  useServer(server: ServerTarget): Promise<void> {
    return this.#inTurn(async () => {
      const { session, tokens, connection } = this.#core;
      this.#useServer(server);
      const isOurs = tokens.moveTo(server);
      if (session.isSignedIn && isOurs) connection.reconnect('the server has another address', { atOnce: true });
      else {
        if (session.isSignedIn) await this.#leave();
        await this.#restore();
      }
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(async () => {
      this.#core.connection.stop();
      this.#core.trimming.end();
      await this.#core.files.stop();
    });
  }

  logIn({ serverUrl, agent, password, place: said }: IpcParams<'session.log-in'>): Promise<Result<Nothing>> {
    return this.#inTurn(async () => {
      const { session, tokens } = this.#core;
      if (session.isSignedIn) return refuse('already-signed-in', 'Somebody is signed in at this desk. Sign out first.');
      if (serverUrl !== undefined && serverUrl !== this.#core.server?.url) this.#useServer({ url: serverUrl });
      const { server } = this.#core;
      if (!server) return serverStarting;
      session.signingIn();
      const place = this.#place.counts(said);
      const answer = await tokens.logIn(server, { agent, password, place });
      if (!answer.ok) {
        session.signedOut();
        return answer;
      }
      this.#core.notices.dismiss(ENDED);
      await this.#remember(place);
      await this.#begin(answer.value);
      return ok({});
    });
  }

  logOut(): Promise<Result<Nothing>> {
    return this.#inTurn(async () => {
      const { session, connection, outbox } = this.#core;
      if (!session.isSignedIn) return ok({});
      if (connection.isConnected && outbox.queuedCount > 0) {
        return refuse('sends-waiting', 'Messages are still on their way out. Wait a moment, then sign out.', true);
      }
      this.#isLoggingOut = true;
      // Without a connection the server finds out by itself when the agent does not come back.
      const workbin = this.#workbin();
      const where = workbin === '' ? {} : { park: { workbin } };
      if (connection.isConnected) await connection.request('agent.log-out', where);
      connection.stop();
      await this.#end();
      this.#isLoggingOut = false;
      return ok({});
    });
  }

  get #place(): Place {
    return this.#core.options.place ?? noPlace;
  }

  async #remember(place: string): Promise<void> {
    await this.#place.used(place).catch((error: unknown) => {
      this.#core.options.log.warn({ err: error }, 'The place cannot be kept: the next login does not begin with it');
    });
  }

  /** Where what is open goes by option; a desk with several media takes the first that names a workbin. */
  #workbin(): string {
    const { store, options } = this.#core;
    const media = store.liveIds.map((id) => store.live(id)?.interaction.mediaType ?? '');
    return media.map((mediaType) => options.workbinOf?.(mediaType) ?? '').find((name) => name !== '') ?? '';
  }

  #useServer(server: ServerTarget): void {
    this.#core.server = server;
    this.#core.picture.changes.part('connection');
  }

  async #restore(): Promise<void> {
    const { server, tokens } = this.#core;
    const saved = await tokens.restore(server);
    if (!saved) return;
    if (server) tokens.moveTo(server);
    await this.#begin(saved);
  }

  async #begin(saved: SavedSession): Promise<void> {
    const core = this.#core;
    const file = cacheFile(core.options.cacheFolder, saved.serverKey, saved.agent.name);
    const loaded = await core.files.open(file);
    core.incoming.serverId = loaded?.meta.serverId ?? null;
    core.store.agent = saved.agent.name;
    core.session.restoring(saved, loaded?.meta.session);
    core.arrangement.restore(loaded?.meta ?? {});
    core.responseHabits.restore(loaded?.meta ?? {});
    core.library.restore(loaded?.meta ?? {});
    if (loaded) core.store.restore(loaded);
    this.#replies.restore(loaded?.outbox ?? [], loaded?.retries ?? {});
    core.trimming.begin();
    core.connection.start();
  }

  /** The server ended the session: signed in elsewhere, or not allowed any more. */
  #ended(error: Refusal): void {
    if (this.#isLoggingOut) return;
    this.#core.notices.add({ id: ENDED, severity: 'warning', code: error.code, message: error.message });
    this.#inTurn(() => this.#end()).catch((reason: unknown) => {
      this.#core.options.log.error({ err: reason }, 'Signing out broke down');
    });
  }

  async #end(): Promise<void> {
    await this.#core.tokens.forget();
    await this.#leave();
  }

  /** Closes the desk of this session; the kept session stays. */
  async #leave(): Promise<void> {
    this.#core.connection.stop();
    this.#core.forget();
    await this.#core.files.close();
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
