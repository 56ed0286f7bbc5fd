import { createHash } from 'node:crypto';

/** SHA-256 of a text: makes texts of any length comparable in constant time, and hides a random token in a database. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
