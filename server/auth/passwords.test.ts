import { describe, expect, it } from 'vitest';
import { hashPassword, isPasswordHash, PasswordCheck } from './passwords.ts';

describe('passwords', () => {
  it('accepts the right password and refuses others', async () => {
    const encoded = await hashPassword('correct horse');
    const check = new PasswordCheck();
    expect(isPasswordHash(encoded)).toBe(true);
    expect(await check.matches({ kind: 'hash', encoded }, 'correct horse')).toBe(true);
    expect(await check.matches({ kind: 'hash', encoded }, 'correct horse ')).toBe(false);
    expect(await check.matches({ kind: 'hash', encoded }, '')).toBe(false);
  });

  it('salts: the same password has another hash each time', async () => {
    expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
  });

  it('compares plain passwords of trial mode', async () => {
    const check = new PasswordCheck();
    expect(await check.matches({ kind: 'plain', password: 'pässword' }, 'pässword')).toBe(true);
    expect(await check.matches({ kind: 'plain', password: 'password' }, 'passwor')).toBe(false);
  });

  it('refuses an unknown user, whatever the password', async () => {
    expect(await new PasswordCheck().matches(undefined, 'anything')).toBe(false);
  });

  it.each([
    'secret',
    '',
    '$2b$10$abcdefghijklmnopqrstuv',
    '$argon2id$v=19$m=9999999,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo',
    '$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo',
  ])('does not take %j for a hash', (text) => {
    expect(isPasswordHash(text)).toBe(false);
  });
});
