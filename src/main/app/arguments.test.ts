import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

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
