import type { Message } from '#shared/domain/message.ts';
import type { Session } from '#shared/ipc/history.ts';
import type { SessionPlace } from '#shared/protocol/sessions.ts';
import type { Refusal } from '#shared/result.ts';

/** Sessions of the contact before the one at hand, as far as the agent has asked for them (UI-3). */
export interface EarlierSessions {
  /** Oldest first. */
  readonly sessions: readonly Session[];
  /** False once the server has said that there are no more; null while nobody has asked. */
  readonly hasEarlier: boolean | null;
  readonly loading: boolean;
  /** Why the last request was refused; null otherwise. */
  readonly error: Refusal | null;
}

export const noEarlierSessions: EarlierSessions = { sessions: [], hasEarlier: null, loading: false, error: null };

/** What main answers to `transcript.earlier`. */
export interface SessionsPage {
  /** Newest first. */
  readonly sessions: readonly Session[];
  readonly hasEarlier: boolean;
}

function compare(a: Session, b: Session): number {
  const [first, second] = [a.interaction, b.interaction];
  return first.createdAt - second.createdAt || (first.id < second.id ? -1 : first.id > second.id ? 1 : 0);
}

/** With the sessions of an answer: one that is here already is replaced, unless more of it is shown than came. */
export function withSessions(earlier: EarlierSessions, came: readonly Session[]): EarlierSessions {
  const sessions = new Map(earlier.sessions.map((session) => [session.interaction.id, session]));
  for (const session of came) {
    const shown = sessions.get(session.interaction.id);
    if (!shown || shown.messages.length <= session.messages.length) sessions.set(session.interaction.id, session);
  }
  return { ...earlier, sessions: [...sessions.values()].sort(compare) };
}

/** With older messages of one session in front of those shown. */
export function withOlderOf(earlier: EarlierSessions, id: string, page: Omit<Session, 'interaction'>): EarlierSessions {
  const sessions = earlier.sessions.map((session) => {
    if (session.interaction.id !== id) return session;
    const known = new Set(session.messages.map((message) => message.id));
    const older = page.messages.filter((message) => !known.has(message.id));
    return { ...session, messages: [...older, ...session.messages], hasOlder: page.hasOlder };
  });
  return { ...earlier, sessions };
}

/** With a message as it stands now, if it is shown; the same object when it is not. */
export function withMessage(earlier: EarlierSessions, message: Message): EarlierSessions {
  const at = earlier.sessions.findIndex(({ interaction }) => interaction.id === message.interactionId);
  const session = earlier.sessions[at];
  if (!session?.messages.some(({ id }) => id === message.id)) return earlier;
  const messages = session.messages.map((shown) => (shown.id === message.id ? message : shown));
  return { ...earlier, sessions: earlier.sessions.with(at, { ...session, messages }) };
}

/** Where the next earlier sessions end: at the oldest one shown, else at the one at hand. */
export function placeOf(earlier: EarlierSessions, atHand: SessionPlace): SessionPlace {
  const oldest = earlier.sessions[0]?.interaction ?? atHand;
  return { createdAt: oldest.createdAt, id: oldest.id };
}

/** The oldest session shown when it has more messages than are shown: those come first. */
export function unfinished(earlier: EarlierSessions): Session | undefined {
  const oldest = earlier.sessions[0];
  return oldest?.hasOlder ? oldest : undefined;
}
