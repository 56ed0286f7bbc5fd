import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { ACCESS_TOKEN_LIFETIME, Tokens } from './tokens.ts';

const key = randomBytes(32);

function setUp() {
  const clock = new ManualClock();
  return { clock, tokens: new Tokens({ key, clock }) };
}

describe('Tokens', () => {
  it('proves who an agent is until the lifetime is over', async () => {
    const { clock, tokens } = setUp();
    const { token, expiresAt } = await tokens.forAgent('kaa', 's1');
    expect(expiresAt).toBe(clock.now() + ACCESS_TOKEN_LIFETIME);
    clock.advance(ACCESS_TOKEN_LIFETIME - 1000);
    expect(await tokens.verify(token)).toEqual({ ok: true, value: { kind: 'agent', agent: 'kaa', sessionId: 's1' } });
    clock.advance(1000);
    expect(await tokens.verify(token)).toMatchObject({ ok: false, error: { code: 'token-expired', retryable: true } });
  });

  it('proves an administrator', async () => {
    const { tokens } = setUp();
    const { token } = await tokens.forAdministrator('command-line', 60_000);
    expect(await tokens.verify(token)).toEqual({ ok: true, value: { kind: 'admin', name: 'command-line' } });
  });

  it('refuses a token of another key, a changed one, and what is no token', async () => {
    const { clock, tokens } = setUp();
    const foreign = await new Tokens({ key: randomBytes(32), clock }).forAdministrator('x', 60_000);
    const own = await tokens.forAgent('kaa', 's1');
    const [head, , signature] = own.token.split('.');
    const claims = { role: 'admin', sub: 'kaa', iss: 'replydesk', aud: 'replydesk', exp: 9_999_999_999 };
    const changed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    for (const token of [foreign.token, changed, 'nonsense', 'a.b.c', '']) {
      expect(await tokens.verify(token)).toMatchObject({
        ok: false,
        error: { code: 'token-invalid', retryable: false },
      });
    }
  });

  it('refuses tokens that are signed with another algorithm, or not at all', async () => {
    const { tokens } = setUp();
    const claims = { role: 'admin', sub: 'x', iss: 'replydesk', aud: 'replydesk', exp: 9_999_999_999 };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
    const other = await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(randomBytes(64));
    for (const token of [unsigned, other]) expect((await tokens.verify(token)).ok).toBe(false);
  });

  it('refuses a properly signed token without role or end', async () => {
    const { tokens } = setUp();
    const sign = (claims: Record<string, unknown>) =>
      new SignJWT({ iss: 'replydesk', aud: 'replydesk', ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(key);
    const cases = [
      { sub: 'kaa', role: 'admin' },
      { sub: 'kaa', exp: 9_999_999_999 },
      { sub: 'kaa', role: 'root', exp: 9_999_999_999 },
      { sub: 'kaa', role: 'agent', exp: 9_999_999_999 },
      { role: 'admin', exp: 9_999_999_999 },
    ];
    for (const claims of cases) {
      expect(await tokens.verify(await sign(claims))).toMatchObject({ ok: false, error: { code: 'token-invalid' } });
    }
  });
});
