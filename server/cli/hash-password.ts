import type { Readable } from 'node:stream';
import { ok, type Result, refuse } from '#shared/result.ts';
import { hashPassword } from '../auth/passwords.ts';

const LONGEST = 1024;

/** The hash of the password that comes in, without its line end. From a stream, not an argument: those are seen by all. */
export async function hashOfInput(input: Readable): Promise<Result<string>> {
  let text = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    text += String(chunk);
    if (text.length > LONGEST) return refuse('bad-password', `A password has at most ${LONGEST} characters.`);
  }
  const password = text.replace(/\r?\n$/, '');
  if (password === '') {
    return refuse('bad-password', 'No password came in. Pipe it in, or type it and end with Ctrl+D.');
  }
  if (/[\r\n]/.test(password)) return refuse('bad-password', 'More than one line came in. Give the password alone.');
  return ok(await hashPassword(password));
}
