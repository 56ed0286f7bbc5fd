import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privilegeNames } from '#shared/options/privileges.ts';
import { SAMPLE_OPTIONS, type TestServer } from './test-server.ts';

/** Puts other option text in the place of a running server's, as configuration management does: written beside, renamed. */
export function pushOptions(server: TestServer, more: string, sample = SAMPLE_OPTIONS): void {
  const file = join(server.optionFolder, 'application.ini');
  writeFileSync(`${file}.new`, sample + more);
  renameSync(`${file}.new`, file);
}

/** `[role-NAME]` for one agent, with every privilege there is but those named. */
export function roleOf(agent: string, ...except: readonly string[]): string {
  const granted = privilegeNames(['jungle']).filter((name) => !except.includes(name));
  return `[role-${agent}]\nmembers = agent:${agent}\n${granted.map((name) => `${name} = allowed\n`).join('')}`;
}

/** Waits until `holds`; fails with what was awaited after `within` milliseconds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, within = 5_000): Promise<void> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not come within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
