import type { Message } from '#shared/domain/message.ts';
import { notedIn } from '#shared/rules/noted.ts';
import { useMessageWords } from './message-words.ts';

/** What the server noted, with what to do about it, in the page's language (SRV-4, WA-9); undefined for other messages. */
export function useNoteWords(message: Message): string | undefined {
  const { t, date } = useMessageWords();
  const note = notedIn(message);
  switch (note?.code) {
    case 'window-closed':
      return t('note.window-closed', { time: date(note.closedAt) });
    case 'no-answer':
      return t('note.no-answer', { time: date(note.since) });
    case 'opted-out':
      return t(`note.opted-out.${note.scope}`);
    case 'opted-in':
      return t('note.opted-in');
    case undefined:
      return undefined;
  }
}
