import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { hasDisplay } from '../setup/system-libraries.mjs';

/** Large enough for the main window with an interaction window beside it. */
const SCREEN = '1920x1080x24';

/**
 * A display on a machine that has none.
 * @typedef {object} Display
 * @property {Readonly<Record<string, string>>} env what programs need in their environment to show windows on it
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a virtual display with a window manager where there is no display; without a window manager, windows get no
 * focus and cannot be minimised. Where there is a display, that one is used.
 * @returns {Promise<Display>}
 */
export async function startDisplay() {
  if (hasDisplay()) return { env: {}, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'replydesk-display-'));
  // Without a cookie every user of this machine could read the screen.
  const cookie = randomBytes(16).toString('hex');
  const authority = join(folder, 'authority');
  addCookie(authority, ':0', cookie);
  // A file, not a pipe: Xvfb goes on writing warnings, and would die of a pipe that nobody reads any more.
  const log = join(folder, 'xvfb.log');
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', openSync(log, 'w'), 'pipe'] });
  const display = `:${await displayNumber(server, log)}`;
  addCookie(authority, display, cookie);
  const env = { DISPLAY: display, XAUTHORITY: authority };
  const manager = spawn('openbox', ['--sm-disable'], { env: { ...process.env, ...env }, stdio: 'ignore' });
  manager.on('error', () => console.log('openbox is missing: windows will have no focus of their own.'));
  const kill = () => {
    manager.kill();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    // Unreferenced, they would not be waited for.
    manager.ref();
    server.ref();
    const ended = Promise.all([hasEnded(manager), hasEnded(server)]);
    kill();
    await ended;
  };
  server.unref();
  manager.unref();
  return { env, stop };
}

/**
 * Runs something with a display in this process's own environment, so that all it starts has it too.
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withDisplay(task) {
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  try {
    return await task();
  } finally {
    for (const name of Object.keys(display.env)) delete process.env[name];
    await display.stop();
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function hasEnded(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await once(child, 'exit');
}

/**
 * @param {string} authority
 * @param {string} display
 * @param {string} cookie
 */
function addCookie(authority, display, cookie) {
  const { status, error } = spawnSync('xauth', ['-q', '-f', authority, 'add', display, '.', cookie], {
    stdio: 'ignore',
  });
  if (status !== 0) {
    throw new Failure(
      `The key for a virtual display could not be made: ${error?.message ?? `xauth ended with code ${status}`}.`,
      'Run "npm run setup", which installs xauth or says how.',
    );
  }
}

/**
 * Xvfb chooses a free number and writes it when it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} log path of what it says
 * @returns {Promise<string>}
 */
function displayNumber(server, log) {
  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) =>
      reject(
        new Failure(
          `No virtual display: ${why}`,
          'Run "npm run setup", which installs Xvfb or says how, or start from a session with a display.',
        ),
      );
    server.on('error', (error) => fail(error.message));
    server.on('exit', (code) => fail(`Xvfb ended with code ${code}. ${readFileSync(log, 'utf8')}`));
    const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    let number = '';
    pipe.setEncoding('utf8').on('data', (text) => {
      number += text;
      // The end of the line is written by itself; closing the pipe before it would end Xvfb.
      if (!number.endsWith('\n')) return;
      server.removeAllListeners('exit');
      pipe.destroy();
      resolve(number.trim());
    });
  });
}
