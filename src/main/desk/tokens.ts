import type { Clock } from '#shared/clock.ts';
import type { LockReason } from '#shared/ipc/view.ts';
import type { LoginRequest, LoginResponse } from '#shared/protocol/login.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Rest, RestFile } from '../connection/rest.ts';
import type { SavedSession, ServerTarget, SessionKeeper } from './desk-options.ts';
import type { Log } from './log.ts';

/** A token this close to its end (ms) is renewed before it is used. */
const ALMOST_EXPIRED = 30_000;

/** Refusals after which a refresh token is worth nothing any more. Everything else may pass: a proxy, a restart. */
const FINAL = new Set(['token-invalid', 'token-expired', 'token-missing', 'login-failed', 'forbidden']);

const expired = refuse('session-expired', 'Your sign-in at the messaging server has ended. Sign in again to go on.');

export interface TokensOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: SessionKeeper;
  readonly rest: Rest;
  /** Server time minus PC time, ms. */
  readonly offset: () => number;
}

export function keyOf(server: ServerTarget): string {
  return server.key ?? server.url;
}

/** A session without a server name of its own belongs to one address, and to no server whose address is yet to come. */
function isOf(saved: SavedSession, server: ServerTarget | null): boolean {
  return server ? saved.serverKey === keyOf(server) : saved.serverKey !== saved.serverUrl;
}

/** The agent's tokens: in memory and in the shell's keyring, never on disk. */
export class Tokens {
  readonly #options: TokensOptions;
  #saved: SavedSession | null = null;
  #serverUrl = '';
  #renewing: Promise<Result<string>> | undefined;
  #locked: LockReason | undefined;
  /** The last writing: an older session must not land over a newer one, whose refresh token it does not know. */
  #written: Promise<void> = Promise.resolve();

  constructor(options: TokensOptions) {
    this.#options = options;
  }

  /** The kept session, if it is one of this server, or of one whose address is not known yet (null). */
  async restore(server: ServerTarget | null): Promise<SavedSession | null> {
    const saved = await this.#options.sessions.load().catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'The kept session cannot be read');
      return null;
    });
    this.#saved = saved && isOf(saved, server) ? saved : null;
    this.#locked = this.#saved?.locked;
    return this.#saved;
  }

  /** Whether the session in use is one of this server. Its tokens are sent to `server.url` from now on. */
  moveTo(server: ServerTarget): boolean {
    this.#serverUrl = server.url;
    return this.#saved !== null && isOf(this.#saved, server);
  }

  /** Refused as `Rest.logIn`. */
  async logIn(server: ServerTarget, request: LoginRequest): Promise<Result<SavedSession>> {
    this.#serverUrl = server.url;
    const answer = await this.#options.rest.logIn(server.url, request);
    if (!answer.ok) return answer;
    this.#locked = undefined;
    return ok(await this.#keep(server, answer.value, request.place));
  }

  /** Keeps with the session that the desk is locked, so that ending the program does not unlock it. */
  setLocked(locked: LockReason | null): Promise<void> {
    this.#locked = locked ?? undefined;
    return this.#write();
  }

  /** Asks the server whether this is the agent's password. Refused as `Rest.verify`, or as a token is. */
  verify(password: string): Promise<Result<unknown>> {
    return this.#ask((url, token) => this.#options.rest.verify(url, token, password));
  }

  /** A file of the standard responses, as this agent may see it. Refused as `Rest.responseFile`, or as a token is. */
  responseFile(name: string): Promise<Result<RestFile>> {
    return this.#ask((url, token) => this.#options.rest.responseFile(url, token, name));
  }

  /** A token for the next connection, renewed when it is about to expire or was refused. */
  async token(renew: boolean): Promise<Result<string>> {
    const saved = this.#saved;
    if (!saved) return expired;
    const left = saved.expiresAt - (this.#options.clock.now() + this.#options.offset());
    if (!renew && left > ALMOST_EXPIRED) return ok(saved.token);
    // A refresh token is good for one use: two renewals at once would spend it twice and end the session.
    this.#renewing ??= this.#renew(saved).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async forget(): Promise<void> {
    this.#saved = null;
    this.#locked = undefined;
    await this.#written;
    await this.#options.sessions.clear().catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'The kept session could not be removed');
    });
  }

  /** Asks as the agent; once more with a new token where the server says that the old one has ended. */
  async #ask<T>(question: (serverUrl: string, token: string) => Promise<Result<T>>): Promise<Result<T>> {
    const token = await this.token(false);
    if (!token.ok) return token;
    const answer = await question(this.#serverUrl, token.value);
    if (answer.ok || answer.error.code !== 'token-expired') return answer;
    const renewed = await this.token(true);
    return renewed.ok ? question(this.#serverUrl, renewed.value) : renewed;
  }

  async #renew(saved: SavedSession): Promise<Result<string>> {
    const answer = await this.#options.rest.refresh(this.#serverUrl, saved.refreshToken);
    if (this.#saved !== saved) return expired;
    if (answer.ok) {
      const server = { url: this.#serverUrl, key: saved.serverKey };
      return ok((await this.#keep(server, answer.value, saved.place)).token);
    }
    if (FINAL.has(answer.error.code)) return expired;
    return { ok: false, error: { ...answer.error, retryable: true } };
  }

  async #keep(server: ServerTarget, answer: LoginResponse, place: string | undefined): Promise<SavedSession> {
    const { agent, token, expiresAt, refreshToken } = answer;
    const where = { serverUrl: server.url, serverKey: keyOf(server), place };
    const saved = { ...where, agent, token, expiresAt, refreshToken };
    this.#saved = saved;
    await this.#write();
    return saved;
  }

  /** Writes the session as it is when its turn comes. */
  #write(): Promise<void> {
    this.#written = this.#written.then(async () => {
      if (!this.#saved) return;
      const locked = this.#locked;
      await this.#options.sessions.save({ ...this.#saved, locked }).catch((error: unknown) => {
        this.#options.log.warn(
          { err: error },
          'The session cannot be kept: a password will be asked for after a restart',
        );
      });
    });
    return this.#written;
  }
}
