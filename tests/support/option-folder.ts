import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Automatic notifications, with a default notification as the sample provider has it. */
export const FOLLOW_UP = {
  'enable-free-msg-timespan-monitoring': 'true',
  'default-notification-id': 'business_followup',
  'default-notification-language': 'en',
  'default-notification-text': '"Jungle support has an answer for you: {{1}} Reply here to go on."',
};

/** A folder of option files with these of `whatsappsession.*`, as arguments of the program. */
export async function optionsIn(
  dataDir: string,
  options: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const folder = join(dataDir, 'config');
  await mkdir(folder);
  const lines = Object.entries(options).map(([name, value]) => `whatsappsession.${name} = ${value}\n`);
  await writeFile(join(folder, 'application.ini'), `[interaction-workspace]\n${lines.join('')}`);
  return ['--config', folder];
}
