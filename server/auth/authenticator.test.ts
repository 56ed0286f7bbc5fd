import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { createLog } from '../log.ts';
import { SqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { type AgentAccount, Authenticator, SESSION_LIFETIME } from './authenticator.ts';
import { FailureGuard } from './failure-guard.ts';
import { PasswordCheck } from './passwords.ts';
import { storedSessions } from './session-store.ts';
import { ACCESS_TOKEN_LIFETIME, Tokens } from './tokens.ts';

const kaa: AgentAccount = { name: 'kaa', displayName: 'Kaa', credential: { kind: 'plain', password: 'trust in me' } };
const keyless: AgentAccount = { name: 'keyless', displayName: 'Keyless' };

let storage: SqliteStorage;
let clock: ManualClock;
let accounts: Map<string, AgentAccount>;
let lines: string[];
let authenticator: Authenticator;

beforeEach(async () => {
  storage = new SqliteStorage({ file: ':memory:' });
  await storage.start();
  clock = new ManualClock();
  accounts = new Map([kaa, keyless].map((account) => [account.name, account]));
  lines = [];
  authenticator = new Authenticator({
    findAgent: (name) => accounts.get(name),
    passwords: new PasswordCheck(),
    guard: new FailureGuard({ clock }),
    tokens: new Tokens({ key: randomBytes(32), clock }),
    sessions: storedSessions(storage),
    clock,
    log: createLog({ level: 'info', destination: { write: (line: string) => lines.push(line) } }),
  });
});

afterEach(() => storage.stop());

async function logIn() {
  const login = await authenticator.logIn({ agent: 'kaa', password: 'trust in me' });
  if (!login.ok) throw new Error(login.error.code);
  return login.value;
}

describe('login', () => {
  it('answers with a token that proves the agent', async () => {
    const login = await logIn();
    expect(login).toMatchObject({ agent: { name: 'kaa', displayName: 'Kaa' } });
    expect(login.expiresAt).toBe(clock.now() + ACCESS_TOKEN_LIFETIME);
    expect(await authenticator.authenticate(login.token)).toMatchObject({ ok: true, value: { agent: 'kaa' } });
  });

  it('says the same for a wrong password, an unknown name, and an agent without password', async () => {
    const answers = await Promise.all(
      ['kaa', 'nobody', 'keyless'].map((agent) => authenticator.logIn({ agent, password: 'wrong' })),
    );
    expect(answers[0]).toMatchObject({ ok: false, error: { code: 'login-failed' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('locks after five failures, the right password included, and opens again', async () => {
    for (let i = 0; i < 5; i += 1) await authenticator.logIn({ agent: 'kaa', password: 'wrong' });
    const locked = await authenticator.logIn({ agent: 'kaa', password: 'trust in me' });
    expect(locked).toMatchObject({ ok: false, error: { code: 'login-locked', retryable: true } });
    clock.advance(5 * 60_000);
    expect((await logIn()).agent.name).toBe('kaa');
  });

  it('locks guesses that come all at once just the same', async () => {
    const guesses = Array.from({ length: 20 }, () => authenticator.logIn({ agent: 'kaa', password: 'wrong' }));
    const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter((code) => code === 'login-failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'login-locked')).toHaveLength(15);
  });

  it('logs no password and no token', async () => {
    await authenticator.logIn({ agent: 'kaa', password: 'not this one' });
    const { token, refreshToken } = await logIn();
    const all = lines.join('');
    for (const secret of ['not this one', 'trust in me', token, refreshToken]) expect(all).not.toContain(secret);
    expect(all).toContain('login-failed');
  });
});

describe('refresh', () => {
  it('gives a new pair, and the old refresh token is used up', async () => {
    const first = await logIn();
    clock.advance(ACCESS_TOKEN_LIFETIME + 1);
    const second = await authenticator.refresh(first.refreshToken);
    expect(second).toMatchObject({ ok: true });
    if (!second.ok) return;
    expect(second.value.refreshToken).not.toBe(first.refreshToken);
    expect((await authenticator.authenticate(second.value.token)).ok).toBe(true);
    expect(await authenticator.authenticate(first.token)).toMatchObject({ error: { code: 'token-expired' } });
  });

  it('ends the login when a used token comes again: one of the two holders is a thief', async () => {
    const first = await logIn();
    const second = await authenticator.refresh(first.refreshToken);
    expect(await authenticator.refresh(first.refreshToken)).toMatchObject({ error: { code: 'token-invalid' } });
    if (!second.ok) throw new Error('refresh failed');
    expect(await authenticator.refresh(second.value.refreshToken)).toMatchObject({ error: { code: 'token-invalid' } });
    expect(await authenticator.authenticate(second.value.token)).toMatchObject({ error: { code: 'token-invalid' } });
  });

  it('lets only one of two refreshes at once through', async () => {
    const { refreshToken } = await logIn();
    const both = await Promise.all([authenticator.refresh(refreshToken), authenticator.refresh(refreshToken)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('refuses after a week without one, and says that only a login helps', async () => {
    const { refreshToken } = await logIn();
    clock.advance(SESSION_LIFETIME);
    const refused = await authenticator.refresh(refreshToken);
    expect(refused).toMatchObject({ ok: false, error: { code: 'token-expired', retryable: false } });
  });

  it.each(['', 'nonsense', '01ARZ3NDEKTSV4RRFFQ69G5FAV.short', `none.${'A'.repeat(43)}`])(
    'refuses %j',
    async (token) => {
      expect(await authenticator.refresh(token)).toMatchObject({ ok: false, error: { code: 'token-invalid' } });
    },
  );

  it('refuses an agent who was taken out of the option files', async () => {
    const { token, refreshToken } = await logIn();
    accounts.delete('kaa');
    expect(await authenticator.authenticate(token)).toMatchObject({ error: { code: 'token-invalid' } });
    expect(await authenticator.refresh(refreshToken)).toMatchObject({ error: { code: 'token-invalid' } });
  });
});

describe('the end of a login', () => {
  it('holds for its bearer and refresh tokens at once, and for no other login', async () => {
    const ended = await logIn();
    const other = await logIn();
    const principal = await authenticator.authenticate(ended.token);
    if (!principal.ok || principal.value.kind !== 'agent') throw new Error('no agent');
    await authenticator.endSession(principal.value.sessionId);
    expect(await authenticator.authenticate(ended.token)).toMatchObject({ error: { code: 'token-invalid' } });
    expect(await authenticator.refresh(ended.refreshToken)).toMatchObject({ error: { code: 'token-invalid' } });
    expect((await authenticator.authenticate(other.token)).ok).toBe(true);
  });

  it('leaves nothing behind when its time is over', async () => {
    const { token } = await logIn();
    const principal = await authenticator.authenticate(token);
    if (!principal.ok || principal.value.kind !== 'agent') throw new Error('no agent');
    clock.advance(SESSION_LIFETIME + 1);
    await logIn();
    const { sessionId } = principal.value;
    expect(await storage.read((tables) => tables.logins.find(sessionId))).toBeUndefined();
  });

  it('stores no refresh token', async () => {
    const { refreshToken } = await logIn();
    const [id = '', secret = ''] = refreshToken.split('.');
    const stored = JSON.stringify(await storage.read((tables) => tables.logins.find(id)));
    expect(stored).not.toContain(secret);
  });
});
