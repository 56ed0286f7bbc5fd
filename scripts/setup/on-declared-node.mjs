import { realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runShown } from '../lib/exec.mjs';
import { declaredNode, projectRoot } from '../lib/paths.mjs';
import { ensureNodeModules } from './index.mjs';

/**
 * Continues a command on the Node that the project declares, after making sure that it is installed.
 * @param {string} script path from the project folder; TypeScript is fine, the declared Node runs it from source
 * @returns {Promise<number>} the exit code
 */
export async function continueOnDeclaredNode(script) {
  await ensureNodeModules();
  const path = join(projectRoot, script);
  const bin = join(projectRoot, 'node_modules', '.bin');
  const env = { ...process.env, PATH: [bin, dirname(declaredNode), process.env.PATH].join(delimiter) };
  return runShown(realpathSync(declaredNode), [path, ...process.argv.slice(2)], { cwd: projectRoot, env });
}
