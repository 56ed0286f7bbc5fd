import { describe, expect, it } from 'vitest';
import { isLoopback, routesOf, routeTo } from './routes.ts';

describe('what Chromium says of an address', () => {
  it.each([
    ['DIRECT', ['direct']],
    ['', ['direct']],
    ['PROXY proxy.example:3128', ['http://proxy.example:3128/']],
    [
      'HTTPS a.example:443;  SOCKS5 b.example:1080 ;DIRECT',
      ['https://a.example/', 'socks5h://b.example:1080', 'direct'],
    ],
    ['SOCKS old.example:1080', ['socks4a://old.example:1080']],
    ['PROXY [::1]:3128; DIRECT', ['http://[::1]:3128/', 'direct']],
    ['QUIC new.example:443; PROXY proxy.example:3128', ['http://proxy.example:3128/']],
    ['PROXY ; nonsense', ['direct']],
  ])('%j is read', (answer, routes) => expect(routesOf(answer).map(String)).toEqual(routes));
});

it('leaves names to a SOCKS proxy that is named in the options', () => {
  expect(routeTo('socks5://proxy.example:1080').href).toBe('socks5h://proxy.example:1080');
  expect(routeTo('http://ann:s@proxy.example:3128').href).toBe('http://ann:s@proxy.example:3128/');
});

describe('this computer', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', 'LOCALHOST', 'desk.localhost', '[::1]', '::1'])('is %s', (name) => {
    expect(isLoopback(name)).toBe(true);
  });
  it.each(['127.0.0.1.example', 'localhost.example', 'mylocalhost', '10.0.0.1', '[::2]'])('is not %s', (name) => {
    expect(isLoopback(name)).toBe(false);
  });
});
