import { runQuietly } from './exec.mjs';

/**
 * Runs npm: the very one that started this script where there is one, so that its version and settings are the same.
 * @param {readonly string[]} args
 * @param {import('./exec.mjs').QuietOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return runQuietly(process.execPath, [cli, ...args], options);
  return runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
