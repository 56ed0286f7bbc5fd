import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

describe('login over HTTP', () => {
  it('answers with tokens, and a bearer token opens REST', async () => {
    const login = await server.logIn('kaa');
    expect(login.agent).toEqual({ name: 'kaa', displayName: 'Kaa Sample' });
    expect((await server.get('/api/v1/interactions', login.token)).status).toBe(200);
  });

  it('refuses a wrong password and an unknown name with the same words', async () => {
    const wrong = await server.post('/api/v1/auth/login', { agent: 'kaa', password: 'x' });
    const unknown = await server.post('/api/v1/auth/login', { agent: 'nobody', password: 'x' });
    expect(wrong.status).toBe(401);
    expect(wrong.body.error).toMatchObject({ code: 'login-failed', retryable: false });
    expect(unknown.body).toEqual(wrong.body);
  });

  it('locks a name after five failures, and logs none of the passwords', async () => {
    for (let i = 0; i < 5; i += 1) await server.post('/api/v1/auth/login', { agent: 'baloo', password: `guess-${i}` });
    const locked = await server.post('/api/v1/auth/login', { agent: 'baloo', password: PASSWORD });
    expect(locked.status).toBe(429);
    expect(locked.body.error).toMatchObject({ code: 'login-locked', retryable: true });
    expect(server.logLines.join('')).not.toContain('guess-');
  });

  it('checks the password of whoever is logged in, and locks the name as a login does', async () => {
    const own = await TestServer.start();
    try {
      const { token } = await own.logIn('kaa');
      const verify = (password: string) => own.post('/api/v1/auth/verify', { password }, token);
      for (let i = 0; i < 4; i += 1) {
        expect(await verify('wrong')).toMatchObject({ status: 403, body: { error: { code: 'password-wrong' } } });
      }
      expect(await verify(PASSWORD)).toMatchObject({ status: 200, body: {} });
      for (let i = 0; i < 5; i += 1) await verify('wrong');
      expect(await verify(PASSWORD)).toMatchObject({ status: 429, body: { error: { code: 'login-locked' } } });
      expect((await own.post('/api/v1/auth/verify', { password: PASSWORD })).status).toBe(401);
      const administrator = await own.administratorToken();
      expect((await own.post('/api/v1/auth/verify', { password: PASSWORD }, administrator)).status).toBe(403);
    } finally {
      await own.stop();
    }
  });

  it('refreshes once with each refresh token', async () => {
    const { refreshToken } = await server.logIn('kaa');
    const next = await server.post('/api/v1/auth/refresh', { refreshToken });
    expect(next.status).toBe(200);
    const again = await server.post('/api/v1/auth/refresh', { refreshToken });
    expect(again).toMatchObject({ status: 401, body: { error: { code: 'token-invalid' } } });
    expect((await server.get('/api/v1/interactions', next.body.token)).status).toBe(401);
  });

  it.each([
    ['no body', undefined],
    ['a number', 7],
    ['no password', { agent: 'kaa' }],
    ['an object as name', { agent: { $ne: '' }, password: 'x' }],
    ['a name too long', { agent: 'x'.repeat(201), password: 'x' }],
  ])('refuses %s', async (_what, body) => {
    const answer = await server.post('/api/v1/auth/login', body);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
  });
});

describe('bearer tokens over HTTP', () => {
  it.each([
    ['none', undefined, 'token-missing'],
    ['nonsense', 'nonsense', 'token-invalid'],
    ['an unsigned one', 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.', 'token-invalid'],
  ])('refuses %s', async (_what, token, code) => {
    const answer = await server.get('/api/v1/interactions', token);
    expect(answer).toMatchObject({ status: 401, body: { error: { code } } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('refuses a login token that has run out, until it is refreshed', async () => {
    const trial = await TestServer.start();
    try {
      const { token, refreshToken } = await trial.logIn('kaa');
      await trial.post('/trial/clock', { advanceSeconds: 16 * 60 });
      expect(await trial.get('/api/v1/interactions', token)).toMatchObject({
        status: 401,
        body: { error: { code: 'token-expired', retryable: true } },
      });
      const next = await trial.post('/api/v1/auth/refresh', { refreshToken });
      expect((await trial.get('/api/v1/interactions', next.body.token)).status).toBe(200);
    } finally {
      await trial.stop();
    }
  });

  it('takes the administrator token of the data folder', async () => {
    expect((await server.get('/api/v1/interactions', await server.administratorToken())).status).toBe(200);
  });
});
