import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import { type SystemNote, systemNoteOf } from '../domain/system-note.ts';
import { notedIn } from './noted.ts';

const notes: readonly SystemNote[] = [
  { type: 'system-note', code: 'window-closed', closedAt: 1 },
  { type: 'system-note', code: 'no-answer', since: 1 },
  { type: 'system-note', code: 'opted-out', scope: 'all', source: 'stop-word' },
  { type: 'system-note', code: 'opted-in', source: 'agent' },
];
const message = (interactive: Message['interactive'], direction: Message['direction'] = 'system') => ({
  direction,
  interactive,
});

describe('notedIn', () => {
  it.each(notes)('knows $code as the schema does', (note) => {
    expect(notedIn(message(note))).toEqual(note);
    expect(notedIn(message(note))).toEqual(systemNoteOf(message(note)));
  });

  it('knows no customer to be the server, and no note of a newer one', () => {
    for (const note of notes) expect(notedIn(message(note, 'in'))).toBeUndefined();
    for (const code of ['later', 'constructor', 7]) {
      expect(notedIn(message({ type: 'system-note', code }))).toBeUndefined();
    }
    expect(notedIn(message({ type: 'structured' }))).toBeUndefined();
    expect(notedIn(message(null))).toBeUndefined();
  });
});
