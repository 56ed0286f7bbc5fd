import { spawn } from 'node:child_process';

/** How much of a quiet command's output is kept for its failure message, in characters. */
const TAIL_LENGTH = 16_000;

/**
 * @typedef {object} QuietOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; the default is this process's own
 * @property {(line: string) => void} [onLine] is told each line of output
 * @property {AbortSignal} [signal] ends the command
 */

/**
 * Runs a command with its output kept aside, to be shown only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {QuietOptions} [options]
 * @returns {Promise<{ code: number, tail: string, stdout: string }>} code is 127 when the command does not exist
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    let tail = '';
    let stdout = '';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: options.signal,
    });
    /** @param {string} text */
    const keep = (text) => {
      tail = (tail + text).slice(-TAIL_LENGTH);
      const last = text.trimEnd().split('\n').at(-1)?.trim();
      if (last) options.onLine?.(last);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      keep(text);
    });
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 127, tail: `${tail}${error.message}`, stdout }));
    child.on('close', (code) => resolve({ code: code ?? 1, tail, stdout }));
  });
}

/**
 * Runs a command in the foreground: it has this process's terminal, and signals reach it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it, 127 when it does not exist
 */
export function runShown(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: 'inherit' });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass);
    // The terminal sends Ctrl-C to the child as well; staying alive lets its exit code be passed on.
    process.on('SIGINT', ignore);
    /** @param {number} code */
    const finish = (code) => {
      process.off('SIGTERM', pass);
      process.off('SIGINT', ignore);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

function ignore() {}
