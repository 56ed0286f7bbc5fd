import { describe, expect, it } from 'vitest';
import { bindValues, readArguments } from './arguments.ts';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readArguments([])).toEqual({
      ok: true,
      value: {
        trial: false,
        configDir: undefined,
        dataDir: undefined,
        serverUrl: undefined,
        pluginsDir: undefined,
        serverPort: 0,
        simulatorPort: 0,
      },
    });
  });

  it("passes over Chromium's switches", () => {
    const read = readArguments(['--no-sandbox', '--trial', '--remote-debugging-port=0', '--data', '/tmp/desk']);
    expect(read.ok && read.value).toMatchObject({ trial: true, dataDir: '/tmp/desk' });
  });

  it.each([
    [['--server-port', '70000'], '--server-port'],
    [['--simulator-port', 'x'], '--simulator-port'],
    [['--server', 'ftp://example.org'], '--server'],
    [['--server', 'example'], '--server'],
  ])('refuses %j and names the argument', (argv, name) => {
    const read = readArguments(argv);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error.message).toContain(name);
  });
});

describe('the command line of a restart', () => {
  const given = [
    'app',
    '--trial',
    '--server',
    'http://127.0.0.1:1',
    '--data',
    '/d',
    '--config=/c',
    '--no-sandbox',
    'x',
  ];

  it('binds each value to its name, and leaves the rest as it is', () => {
    expect(bindValues(given)).toEqual([
      ...['app', '--trial', '--server=http://127.0.0.1:1', '--data=/d', '--config=/c', '--no-sandbox', 'x'],
    ]);
  });

  it('means the same, also when switches are sorted to the front', () => {
    const sorted = bindValues(given).sort((a, b) => Number(b.startsWith('--')) - Number(a.startsWith('--')));
    expect(readArguments(sorted)).toEqual(readArguments(given));
  });
});
