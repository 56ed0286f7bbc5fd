import { ulid } from 'ulid';
import type { Clock } from '#shared/clock.ts';
import type { LoginRequest, LoginResponse } from '#shared/protocol/login.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Log } from '../log.ts';
import type { LoginSession } from '../storage/tables/login-sessions.ts';
import type { FailureGuard } from './failure-guard.ts';
import type { Credential, PasswordCheck } from './passwords.ts';
import type { Principal } from './principal.ts';
import { createRefreshToken, readRefreshToken, sameHash } from './refresh-token.ts';
import type { SessionStore } from './session-store.ts';
import { type Tokens, tokenExpired, tokenInvalid } from './tokens.ts';

/** A login ends by itself when its refresh token was not used for so long: a week away from the desk. Milliseconds. */
export const SESSION_LIFETIME = 7 * 24 * 3_600_000;

/** What login has to know of an agent. */
export interface AgentAccount {
  readonly name: string;
  readonly displayName: string;
  /** Absent: nobody can log in under this name. */
  readonly credential?: Credential;
}

export interface AuthenticatorOptions {
  readonly findAgent: (name: string) => AgentAccount | undefined;
  readonly passwords: PasswordCheck;
  readonly guard: FailureGuard;
  readonly tokens: Tokens;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Turns passwords and refresh tokens into bearer tokens, and bearer tokens into principals (API-1, SEC-1). */
export class Authenticator {
  readonly #options: AuthenticatorOptions;

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** Refused with `login-failed` (the same for a wrong name and a wrong password) or `login-locked`. */
  async logIn({ agent: name, password, place = '' }: LoginRequest): Promise<Result<LoginResponse>> {
    const { findAgent, guard, passwords, sessions, clock, log } = this.#options;
    const locked = guard.lockedFor(name);
    if (locked > 0) return loginLocked(locked);
    // Counted before the comparison and forgiven after it: otherwise a hundred guesses at once would count as none.
    const locks = guard.failed(name);
    const account = findAgent(name);
    if (!(await passwords.matches(account?.credential, password)) || !account) {
      log.warn({ event: 'login-failed', locks }, 'a login failed');
      return refuse('login-failed', 'The name or the password is wrong. Check both and try again.');
    }
    guard.succeeded(name);
    await sessions.removeExpiredBefore(clock.now());
    const id = ulid(clock.now());
    const { token, hash } = createRefreshToken(id);
    const expiresAt = clock.now() + SESSION_LIFETIME;
    const createdAt = clock.now();
    await sessions.insert({ id, agent: name, refreshHash: hash, place, createdAt, expiresAt, endedAt: null });
    log.info({ event: 'login', agent: name, session: id }, 'an agent logged in');
    return ok(await this.#answer(account, id, token));
  }

  /**
   * Whether this is the password of an agent who is logged in: what a locked desk asks (UI-12). Counted as a login is,
   * for it tells as much. Refused with `password-wrong` or `login-locked`.
   */
  async verifyPassword(agent: string, password: string): Promise<Result<Record<string, never>>> {
    const { findAgent, guard, passwords, log } = this.#options;
    const locked = guard.lockedFor(agent);
    if (locked > 0) return loginLocked(locked);
    const locks = guard.failed(agent);
    if (!(await passwords.matches(findAgent(agent)?.credential, password))) {
      log.warn({ event: 'verify-failed', agent, locks }, 'a locked desk was given a wrong password');
      return refuse('password-wrong', 'The password is wrong. Check it and try again.');
    }
    guard.succeeded(agent);
    return ok({});
  }

  /**
   * A new pair for a refresh token, which is thereby used up. Refused with `token-expired` or `token-invalid`. A
   * token that comes a second time was copied: its session ends, for the thief and for the owner (RFC 9700, 4.14).
   */
  async refresh(refreshToken: string): Promise<Result<LoginResponse>> {
    const { findAgent, sessions, clock, log } = this.#options;
    const given = readRefreshToken(refreshToken);
    const session = given && (await sessions.find(given.sessionId));
    if (!given || !session) return tokenInvalid();
    const live = this.#checkLive(session);
    if (!live.ok) return live;
    const account = findAgent(session.agent);
    if (!account) return tokenInvalid();
    const next = createRefreshToken(session.id);
    const rotated =
      sameHash(given.hash, session.refreshHash) &&
      (await sessions.rotate(session.id, session.refreshHash, next.hash, clock.now() + SESSION_LIFETIME));
    if (!rotated) {
      await sessions.end(session.id, clock.now());
      log.warn(
        { event: 'refresh-reused', agent: session.agent, session: session.id },
        'a used refresh token came again',
      );
      return tokenInvalid();
    }
    return ok(await this.#answer(account, session.id, next.token));
  }

  /** Who holds a bearer token, if their login has not ended meanwhile. Refused as `Tokens.verify` does. */
  async authenticate(token: string): Promise<Result<Principal>> {
    const verified = await this.#options.tokens.verify(token);
    if (!verified.ok || verified.value.kind === 'admin') return verified;
    const { agent, sessionId } = verified.value;
    const session = await this.#options.sessions.find(sessionId);
    if (!session || session.agent !== agent || !this.#options.findAgent(agent)) return tokenInvalid();
    const live = this.#checkLive(session);
    return live.ok ? verified : live;
  }

  /** Where the agents who are logged in said to be; empty: not said. */
  places(): Promise<ReadonlyMap<string, string>> {
    return this.#options.sessions.places(this.#options.clock.now());
  }

  /** Ends a login: neither its refresh token nor its bearer tokens are taken any more. */
  async endSession(sessionId: string): Promise<void> {
    await this.#options.sessions.end(sessionId, this.#options.clock.now());
  }

  /** Ends all logins of an agent. */
  async endSessionsOf(agent: string): Promise<void> {
    await this.#options.sessions.endOf(agent, this.#options.clock.now());
  }

  #checkLive(session: LoginSession): Result<LoginSession> {
    if (session.endedAt !== null) return tokenInvalid();
    // Beyond its refresh token no refresh helps: only a login does, hence not retryable.
    if (session.expiresAt <= this.#options.clock.now()) {
      return { ok: false, error: { ...tokenExpired().error, retryable: false } };
    }
    return ok(session);
  }

  async #answer(account: AgentAccount, sessionId: string, refreshToken: string): Promise<LoginResponse> {
    const { token, expiresAt } = await this.#options.tokens.forAgent(account.name, sessionId);
    return { agent: { name: account.name, displayName: account.displayName }, token, expiresAt, refreshToken };
  }
}

function loginLocked(milliseconds: number) {
  const minutes = Math.ceil(milliseconds / 60_000);
  return refuse(
    'login-locked',
    `Too many failed logins under this name. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    true,
  );
}
