import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPasswordHash } from '#server/auth/passwords.ts';
import { DeskClient } from '../support/desk-client.ts';
import { customerWrites, PASSWORD, SAMPLE_OPTIONS } from '../support/test-server.ts';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

let folder: string;
let running: Run[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-program-'));
  mkdirSync(join(folder, 'config'));
  options(SAMPLE_OPTIONS);
  running = [];
});
afterEach(async () => {
  for (const run of running) await run.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function options(text: string, file = 'application.ini'): void {
  writeFileSync(join(folder, 'config', file), text);
}

/** The program as it is started from a shell, with a home of its own. */
class Run {
  readonly child: ChildProcess;
  out = '';
  err = '';
  readonly #exited: Promise<number | null>;

  constructor(args: readonly string[], input = '', start = startMain) {
    this.child = start(args);
    this.child.stdout?.on('data', (chunk) => {
      this.out += String(chunk);
    });
    this.child.stderr?.on('data', (chunk) => {
      this.err += String(chunk);
    });
    this.#exited = once(this.child, 'close').then(([code]) => code as number | null);
    this.child.stdin?.end(input);
    running.push(this);
  }

  exited(): Promise<number | null> {
    return this.#exited;
  }

  /** The address it prints when it is ready. */
  async url(): Promise<string> {
    const ready = /^replydesk server listening on (\S+)$/m;
    while (!ready.test(this.out)) {
      const ended = await Promise.race([this.#exited, once(this.child.stdout ?? this.child, 'data')]);
      if (!Array.isArray(ended)) throw new Error(`ended with ${ended}: ${this.err}`);
    }
    return ready.exec(this.out)?.[1] ?? '';
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.#exited;
  }
}

function startMain(args: readonly string[]): ChildProcess {
  const env = { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: join(folder, 'home') };
  return spawn(process.execPath, [MAIN, ...args], { env, stdio: 'pipe' });
}

const folders = () => ['--config', join(folder, 'config'), '--data', join(folder, 'data')];
const serve = (...more: string[]) => new Run([...folders(), '--trial', ...more]);

describe('the server program', () => {
  it('says where it listens, and stops cleanly when it is told to', async () => {
    const run = serve();
    const url = await run.url();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const login = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agent: 'kaa', password: PASSWORD }),
    });
    const { token } = (await login.json()) as { token: string };
    const desk = await DeskClient.connect(url, token);
    await desk.welcome();
    expect(await run.end('SIGTERM')).toBe(0);
    expect((await desk.next('bye')).error.code).toBe('server-stopping');
    expect(run.out).toBe(`replydesk server listening on ${url}\n`);
    // Nothing of SQLite's write-ahead log is left: it was closed, not cut off.
    expect(readdirSync(join(folder, 'data')).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  it('stops on Ctrl+C as well', async () => {
    const run = serve();
    await run.url();
    expect(await run.end('SIGINT')).toBe(0);
  });

  it('stops when npm, which started it, is told to', async () => {
    // What `npm run` does: a shell in between, which dies of the signal without passing it on.
    const line = `'${process.execPath}' '${MAIN}' ${[...folders(), '--trial'].join(' ')}; true`;
    const env = { HOME: folder, PATH: process.env.PATH, npm_lifecycle_event: 'server' };
    const shell = new Run([], '', () => spawn('sh', ['-c', line], { env, stdio: 'pipe' }));
    const url = await shell.url();
    shell.child.kill('SIGTERM');
    // Its output closes when the last program that holds it is gone, which is the server.
    await shell.exited();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const run = serve('--port', String(port));
    expect(await run.exited()).toBe(1);
    expect(run.err).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
    expect(run.err).not.toContain('    at ');
    expect(run.out).toBe('');
    other.close();
  });

  it('leaves the data folder to the server that has it, and takes it when that one is gone, however it went', async () => {
    const first = serve();
    await first.url();
    const second = serve();
    expect(await second.exited()).toBe(1);
    expect(second.err).toMatch(/Another server is using .*records\.sqlite/);
    await first.end('SIGKILL');
    const third = serve();
    expect(await third.url()).toMatch(/^http/);
  });
});

describe('option files that are not right', () => {
  it('are reported with file, line and sentence, and keep the server from starting', async () => {
    options('[server]\nport = eighty\n[include]\ninclude = roles.ini\n[queue-support]\npriority = high\n');
    options('[role-agents\nmembers = agent:kaa\n', 'roles.ini');
    const run = serve();
    expect(await run.exited()).toBe(1);
    const place = (file: string, line: number) => `${join(folder, 'config', file)}:${line}:`;
    const lines = run.err.split('\n');
    expect(lines.find((line) => line.startsWith(place('application.ini', 2)))).toMatch(
      /fatal: port of \[server\].*\[bad-value\]$/,
    );
    expect(lines.find((line) => line.startsWith(place('roles.ini', 1)))).toMatch(/fatal: .*\[unclosed-section\]$/);
    expect(lines.find((line) => line.startsWith(place('application.ini', 6)))).toMatch(
      /error: priority .*\[bad-value\]$/,
    );
    expect(run.err).toContain('The server does not start');
    expect(run.out).toBe('');
  });

  it('that only lack something are reported, and the server starts', async () => {
    options(`${SAMPLE_OPTIONS}[queue-other]\npriority = high\n`);
    const run = serve();
    await run.url();
    expect(run.err).toMatch(/error: priority of \[queue-other\]/);
  });

  it('that are not there are named', async () => {
    rmSync(join(folder, 'config', 'application.ini'));
    const run = serve();
    expect(await run.exited()).toBe(1);
    expect(run.err).toContain('application.ini');
  });

  it.each([
    ['0.0.0.0', 'host of [server]'],
    ['::', 'host of [server]'],
  ])('let nobody read along: no listening on %s without TLS', async (host, words) => {
    options(SAMPLE_OPTIONS.replace('[server]', `[server]\nhost = ${host}`));
    const run = new Run(folders());
    expect(await run.exited()).toBe(1);
    expect(run.err).toContain(words);
  });

  it('let nobody in with known passwords: no trial mode beyond this computer', async () => {
    options(SAMPLE_OPTIONS.replace('[server]', '[server]\nhost = 0.0.0.0\nbehind-proxy = true'));
    const run = serve();
    expect(await run.exited()).toBe(1);
    expect(run.err).toContain('Trial mode listens on this computer only');
  });
});

describe('option files that change while it runs', () => {
  it('count at once, with the values of the command line still in their place', async () => {
    const run = serve('--set', 'queue-support.display-name=By command line');
    const url = await run.url();
    options(`${SAMPLE_OPTIONS}[agent-hathi]\npassword = ${PASSWORD}\n`);
    const body = JSON.stringify({ agent: 'hathi', password: PASSWORD });
    const headers = { 'content-type': 'application/json' };
    let status = 0;
    for (let attempt = 0; attempt < 20 && status !== 200; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      status = (await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body })).status;
    }
    const { token } = (await (await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body })).json()) as {
      token: string;
    };
    const desk = await DeskClient.connect(url, token);
    expect((await desk.welcome()).directory.queues).toEqual([{ name: 'support', displayName: 'By command line' }]);
    await desk.drop();
    expect(await run.end('SIGTERM')).toBe(0);
  });
});

describe('without any agent, queue or role', () => {
  it('the server starts, and keeps what comes', async () => {
    options('[server]\nport = 0\n[channel-any]\nphone-number-id = *\nbusiness-account-id = *\napp-secret = s\n');
    const run = new Run(folders());
    const url = await run.url();
    await customerWrites({ url, channel: 'any', appSecret: 's', at: Date.now() }, 'is anybody there?');
    const token = new Run(['token', '--role', 'admin', ...folders()]);
    await token.exited();
    const headers = { authorization: `Bearer ${token.out.trim()}` };
    const kept = (await (await fetch(`${url}/api/v1/interactions`, { headers })).json()) as { items: unknown[] };
    expect(kept.items).toMatchObject([{ stage: 'queued', queue: 'default', messageCount: 1 }]);
  });
});

describe('the token command', () => {
  const token = async (...args: string[]) => {
    const run = new Run(['token', '--role', 'admin', ...args]);
    expect(await run.exited()).toBe(0);
    return run.out.trimEnd().split('\n').at(-1) ?? '';
  };
  const status = async (url: string, bearer: string) => {
    const headers = { authorization: `Bearer ${bearer}` };
    return (await fetch(`${url}/api/v1/interactions`, { headers })).status;
  };

  it('prints an administrator token beside a running server, with the data folder named or found', async () => {
    const run = serve();
    const url = await run.url();
    expect(await status(url, await token(...folders()))).toBe(200);
    expect(await status(url, await token('--config', join(folder, 'config')))).toBe(200);
  });

  it('works before the server first runs, and for the default data folder', async () => {
    const early = await token('--config', join(folder, 'config'));
    const run = new Run(['--config', join(folder, 'config'), '--trial']);
    expect(await status(await run.url(), early)).toBe(200);
  });

  it('is worth nothing at a server with other data', async () => {
    const run = serve();
    const other = await token('--config', join(folder, 'config'), '--data', join(folder, 'other'));
    expect(await status(await run.url(), other)).toBe(401);
  });
});

describe('the other commands', () => {
  it('hash a password from standard input', async () => {
    const run = new Run(['hash-password'], 'correct horse\n');
    expect(await run.exited()).toBe(0);
    expect(isPasswordHash(run.out.trim())).toBe(true);
    const none = new Run(['hash-password'], '\n');
    expect(await none.exited()).toBe(1);
    expect(none.err).toContain('No password came in');
  });

  it('make a login with the hash possible outside trial mode', async () => {
    const hashing = new Run(['hash-password'], 'correct horse');
    await hashing.exited();
    options(`[server]\nport = 0\n[agent-kaa]\npassword-hash = ${hashing.out.trim()}\n`);
    const run = new Run(folders());
    const logIn = async (password: string) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ agent: 'kaa', password });
      return (await fetch(`${await run.url()}/api/v1/auth/login`, { method: 'POST', headers, body })).status;
    };
    expect(await logIn('correct horse')).toBe(200);
    expect(await logIn('wrong horse')).toBe(401);
  });

  it('show what can be said, and refuse the rest in a sentence', async () => {
    const help = new Run(['--help']);
    expect(await help.exited()).toBe(0);
    expect(help.out).toContain('hash-password');
    const wrong = new Run(['--prot', '1']);
    expect(await wrong.exited()).toBe(1);
    expect(wrong.err).toContain('--help shows what can be said');
  });
});
