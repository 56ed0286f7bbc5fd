import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A system keyring (Secret Service) of its own, as a signed-in Linux desktop has one: session bus and GNOME keyring,
 * unlocked. Nothing of the user's own keyring is touched.
 */
export class TestKeyring {
  /** For the program's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** For the program's command line: Chromium looks for a keyring only on desktops it knows by name. */
  readonly args = ['--password-store=gnome-libsecret'];
  readonly #folder: string;
  readonly #processes: readonly ChildProcess[];

  private constructor(env: Readonly<Record<string, string>>, folder: string, processes: readonly ChildProcess[]) {
    this.env = env;
    this.#folder = folder;
    this.#processes = processes;
  }

  static async start(): Promise<TestKeyring> {
    const folder = await mkdtemp(join(tmpdir(), 'replydesk-keyring-'));
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [address] = (await once(bus.stdout, 'data')) as [Buffer];
    const env = { DBUS_SESSION_BUS_ADDRESS: address.toString().trim(), XDG_DATA_HOME: folder };
    const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    keyring.stdin.end('test');
    // It says where its control socket is once it serves.
    await once(keyring.stdout, 'data');
    return new TestKeyring(env, folder, [keyring, bus]);
  }

  async stop(): Promise<void> {
    for (const child of this.#processes) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
