import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateKey, REDACTED, redact, redactText } from './redaction.ts';

describe('redactText', () => {
  it.each([
    ['+5511987654321', '[number]'],
    ['call 0171 234 56 78 now', 'call [number] now'],
    ['(555) 123-4567', '[number]'],
    ['from 16505551234: hello', 'from [number]: hello'],
    ['06.12.34.56.78', '[number]'],
  ])('takes the number out of %s', (text, safe) => {
    expect(redactText(text)).toBe(safe);
  });

  it.each([
    '2026-01-05T09:00:00.000Z',
    'port 40123, 200 in 12 ms',
    '127.0.0.1:8085',
    '192.168.100.200',
    'interaction 01KBQ7Y3M4N5P6R7S8T9V0W1X2',
    '1234567890123456',
  ])('leaves %s alone', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it.each([
    ['Bearer abc.def-123', `Bearer ${REDACTED}`],
    ['authorization: bearer zzz', `authorization: bearer ${REDACTED}`],
    ['x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJrYWEifQ.c2ln y', `x ${REDACTED} y`],
    ['/v21/me?access_token=EAAshort&x=1', `/v21/me?access_token=${REDACTED}&x=1`],
    ['hub.verify_token=let-me-in', `hub.verify_token=${REDACTED}`],
    ['app-secret = "two words" rest', `app-secret = ${REDACTED} rest`],
    ['kate@example.com wrote', `${REDACTED} wrote`],
  ])('takes the secret out of %s', (text, safe) => {
    expect(redactText(text)).toBe(safe);
  });

  it('keeps only the end of a provider id, which holds the number in base64', () => {
    expect(redactText('wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdC was sent')).toBe('wamid.…QzQTdC was sent');
  });
});

describe('redact', () => {
  it('hides private keys however they are written and keeps what an operator needs', () => {
    const record = {
      level: 30,
      time: 1_767_603_600_000,
      interactionId: '01KBQ7Y3M4N5P6R7S8T9V0W1X2',
      message: { id: 'm1', text: 'my card is lost', sender: { type: 'contact', name: 'Kate' } },
      attached_data: { Subject: 'loss' },
      _msg_ProfileNickname: 'Kate L.',
      headers: { 'X-Hub-Signature-256': 'sha256=00ff', host: 'localhost' },
      identities: ['+16505551234'],
      empty: null,
      token: undefined,
      password: false,
    };
    expect(redact(record)).toEqual({
      level: 30,
      time: 1_767_603_600_000,
      interactionId: '01KBQ7Y3M4N5P6R7S8T9V0W1X2',
      message: { id: 'm1', text: REDACTED, sender: REDACTED },
      attached_data: REDACTED,
      _msg_ProfileNickname: REDACTED,
      headers: { 'X-Hub-Signature-256': REDACTED, host: 'localhost' },
      identities: REDACTED,
      empty: null,
      token: undefined,
      password: false,
    });
  });

  it('keeps the id of a contact, which is how two lines are found to be about the same one', () => {
    const id = '01KBQ7Y3M4N5P6R7S8T9V0W1X2';
    expect(redact({ contact: id })).toEqual({ contact: id });
    expect(redact({ contact: 'Kate' })).toEqual({ contact: REDACTED });
    expect(redact({ token: id })).toEqual({ token: REDACTED });
  });

  it('goes through errors and their causes', () => {
    const error = new Error('send to +16505551234 failed', { cause: new Error('Bearer abc') });
    const safe = JSON.stringify(redact({ err: error }));
    expect(safe).not.toContain('6505551234');
    expect(safe).toContain('send to [number] failed');
  });

  it('ends on a cycle', () => {
    const loop: Record<string, unknown> = { a: 1 };
    loop.self = loop;
    expect(JSON.stringify(redact(loop))).toContain(REDACTED);
  });

  it('never lets an international number through, wherever it stands', () => {
    const number = fc.integer({ min: 10_000_000, max: 999_999_999 }).map((n) => `+49${n}`);
    const around = fc.constantFrom('', ' ', 'to ', '"', '(', ', ', '<');
    fc.assert(
      fc.property(number, around, around, (digits, before, after) => {
        expect(redactText(`${before}${digits}${after}`)).not.toContain(digits.slice(1));
      }),
    );
  });

  it('knows keys by their letters only', () => {
    expect(['access_token', 'Access-Token', 'accessToken'].map(isPrivateKey)).toEqual([true, true, true]);
    expect(isPrivateKey('tokens-used')).toBe(false);
  });
});
