import { shell } from 'electron';
import { ok, type Result } from '#shared/result.ts';
import { checkLink } from './links.ts';

/** Opens a link in the default program, if it may leave (SEC-1); the only way out to other programs. */
export async function openLink(text: string): Promise<Result<Record<string, never>>> {
  const checked = checkLink(text);
  if (!checked.ok) return checked;
  await shell.openExternal(checked.value);
  return ok({});
}
