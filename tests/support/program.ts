import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const START_TIMEOUT = 30_000;
const LISTENING = /listening on (http:\/\/\S+)/;

/** A program of ours in a process of its own, as users start it. */
export interface Program {
  readonly url: string;
  readonly process: ChildProcess;
  /** All it has written so far. */
  output(): string;
  /** SIGTERM, then waits for its end; the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, then waits for its end: what a power cut does. */
  kill(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Starts `node SCRIPT …ARGS` and waits until it says where it listens; fails with all its output if it does not. */
export async function startProgram(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Program> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${script} ${args.join(' ')} ${why}:\n${output}`));
    const timer = setTimeout(() => fail('did not say where it listens'), START_TIMEOUT);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = LISTENING.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended(child);
  };
  return {
    url,
    process: child,
    output: () => output,
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
    kill: () => end('SIGKILL'),
  };
}
