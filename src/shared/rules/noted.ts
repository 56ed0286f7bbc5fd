import type { Message } from '../domain/message.ts';
import type { SystemNote } from '../domain/system-note.ts';

const codes: Readonly<Record<SystemNote['code'], true>> = {
  'window-closed': true,
  'no-answer': true,
  'opted-out': true,
  'opted-in': true,
};

/**
 * The note that a message of the server is, as it stands there: for pages, which load no schemas. One that this version
 * does not know is undefined, and its text is shown.
 */
export function notedIn({ direction, interactive }: Pick<Message, 'direction' | 'interactive'>) {
  if (direction !== 'system' || interactive?.type !== 'system-note') return undefined;
  return isKnown(interactive) ? interactive : undefined;
}

function isKnown(note: object): note is SystemNote {
  return 'code' in note && typeof note.code === 'string' && Object.hasOwn(codes, note.code);
}
