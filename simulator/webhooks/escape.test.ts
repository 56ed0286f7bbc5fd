import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeJson } from './escape.ts';
import { signBody } from './signature.ts';

const fixture = fileURLToPath(
  new URL('../../../shared/fixtures/webhooks/signature__derived-escaped-body__made-here.json', import.meta.url),
);

describe('escaping as Meta does', () => {
  it('writes everything beyond ASCII, slashes and @ as escapes', () => {
    expect(escapeJson(JSON.stringify({ a: 'é/😀@' }))).toBe(String.raw`{"a":"\u00e9\/\ud83d\ude00\u0040"}`);
  });

  it('leaves escapes that are already there alone', () => {
    const json = String.raw`{"a":"\\/\/\n\u00e9"}`;
    expect(escapeJson(json)).toBe(String.raw`{"a":"\\\/\/\n\u00e9"}`);
  });

  it('keeps numbers that JavaScript cannot hold', () => {
    expect(escapeJson('{"id":16895569081298351234}')).toBe('{"id":16895569081298351234}');
  });

  it('changes no meaning and leaves only ASCII', () =>
    fc.assert(
      fc.property(fc.json(), (json) => {
        const escaped = escapeJson(json);
        expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
        expect(Buffer.byteLength(escaped)).toBe(escaped.length);
      }),
    ));
});

describe.skipIf(!existsSync(fixture))('a body with a known signature (needs ../shared/fixtures)', () => {
  it('is made byte for byte, and signed the same', () => {
    const { app_secret, raw_body, x_hub_signature_256 } = JSON.parse(readFileSync(fixture, 'utf8'));
    const made = escapeJson(JSON.stringify(JSON.parse(raw_body)));
    expect(made).toBe(raw_body);
    expect(signBody(app_secret, Buffer.from(made))).toBe(x_hub_signature_256);
  });
});
