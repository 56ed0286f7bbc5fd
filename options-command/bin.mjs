#!/usr/bin/env node
// `replydesk-options`: runs main.ts on this Node when it understands TypeScript, else on the one the project installs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const executable = process.platform === 'win32' ? 'node.exe' : 'node';
const installed = fileURLToPath(new URL(`../node_modules/node/bin/${executable}`, import.meta.url));

/** Of Node 22.18, 23.6 and later, which run TypeScript without being asked to. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (runsTypeScript) await import(new URL('./main.ts', import.meta.url).href);
else if (existsSync(installed)) {
  const { status } = spawnSync(installed, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error(
    `This command needs Node 24, and this is ${process.versions.node}. Run "npm run setup", or install Node 24.`,
  );
  process.exitCode = 2;
}
