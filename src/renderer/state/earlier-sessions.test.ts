import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import type { Session } from '#shared/ipc/history.ts';
import { noEarlierSessions, placeOf, unfinished, withMessage, withOlderOf, withSessions } from './earlier-sessions.ts';

function session(id: string, createdAt: number, messageIds: readonly string[] = [], hasOlder = false): Session {
  const messages = messageIds.map((message, index) => ({ id: message, arrivalOrder: index + 1 }));
  return { interaction: { id, createdAt }, messages, hasOlder } as unknown as Session;
}

const ids = (sessions: readonly Session[]) => sessions.map(({ interaction }) => interaction.id);
const messageIds = (found: Session | undefined) => found?.messages.map(({ id }) => id);

describe('earlier sessions', () => {
  it('stand oldest first, whatever order they come in', () => {
    const first = withSessions(noEarlierSessions, [session('c', 3), session('b', 2)]);
    expect(ids(withSessions(first, [session('a', 1)]).sessions)).toEqual(['a', 'b', 'c']);
  });

  it('are completed by what the server knows, and never lose what is shown', () => {
    const cached = withSessions(noEarlierSessions, [session('a', 1, ['2', '3']), session('c', 3, ['9'])]);
    const told = withSessions(cached, [session('c', 3, ['8', '9']), session('b', 2, ['5']), session('a', 1, ['3'])]);
    expect(ids(told.sessions)).toEqual(['a', 'b', 'c']);
    expect(told.sessions.map(messageIds)).toEqual([['2', '3'], ['5'], ['8', '9']]);
  });

  it('show a message as it stands now, and are the same where it is not shown', () => {
    const shown = withSessions(noEarlierSessions, [session('a', 1, ['1', '2']), session('b', 2, ['3'])]);
    const changed = { id: '2', interactionId: 'a', text: 'edited' } as Message;
    const after = withMessage(shown, changed);
    expect(after.sessions[0]?.messages).toEqual([{ id: '1', arrivalOrder: 1 }, changed]);
    expect(after.sessions[1]).toBe(shown.sessions[1]);
    expect(withMessage(shown, { ...changed, id: '9' })).toBe(shown);
    expect(withMessage(shown, { ...changed, interactionId: 'c' })).toBe(shown);
  });

  it('grow at their front, each message once', () => {
    const shown = withSessions(noEarlierSessions, [session('a', 1, ['5', '6'], true)]);
    const older = withOlderOf(shown, 'a', { messages: session('a', 1, ['4', '5']).messages, hasOlder: false });
    expect(messageIds(older.sessions[0])).toEqual(['4', '5', '6']);
    expect(unfinished(older)).toBeUndefined();
  });

  it('go on from the oldest one shown, and finish a long one first', () => {
    const atHand = { id: 'now', createdAt: 10 };
    expect(placeOf(noEarlierSessions, atHand)).toEqual(atHand);
    const shown = withSessions(noEarlierSessions, [session('a', 1, ['5'], true), session('b', 2)]);
    expect(placeOf(shown, atHand)).toEqual({ id: 'a', createdAt: 1 });
    expect(unfinished(shown)?.interaction.id).toBe('a');
  });
});
