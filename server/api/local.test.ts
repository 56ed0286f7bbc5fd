import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isLocalRequest, isLoopbackAddress } from './local.ts';

function request(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('isLocalRequest', () => {
  it.each([
    ['127.0.0.1', 'localhost:8085'],
    ['::1', '[::1]:8085'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
  ])('takes %s for %s as a program of this machine', (address, host) => {
    expect(isLocalRequest(request(address, { host }), false)).toBe(true);
  });

  it.each([
    ['another machine', '192.168.1.7', { host: 'localhost:8085' }],
    ['a name that is rebound to loopback', '127.0.0.1', { host: 'evil.example:8085' }],
    ['a name that begins like loopback', '127.0.0.1', { host: 'localhost.evil.example' }],
    ['a web page', '127.0.0.1', { host: 'localhost:8085', origin: 'http://localhost:8085' }],
    ['no host', '127.0.0.1', {}],
  ])('does not take %s for one', (_what, address, headers) => {
    expect(isLocalRequest(request(address, headers), false)).toBe(false);
  });

  it('trusts nothing behind a proxy, where all comes over loopback', () => {
    expect(isLocalRequest(request('127.0.0.1', { host: 'localhost' }), true)).toBe(false);
  });

  it('knows addresses of this machine', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].every(isLoopbackAddress)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example'].some(isLoopbackAddress)).toBe(false);
  });
});
