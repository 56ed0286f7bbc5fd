import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Session } from '#shared/ipc/history.ts';
import { buildRows, type Row, sameRow } from './rows.ts';

/** Where a session begins, among several. */
export interface SessionRow {
  readonly kind: 'session';
  readonly key: string;
  readonly interaction: Interaction;
  /** The one at hand. */
  readonly current: boolean;
}

/** Earlier sessions, each under its own header, and the header of the one at hand (UI-3). Empty without any. */
export function buildSessionRows(sessions: readonly Session[], atHand: Interaction, span: number): TranscriptRow[] {
  if (sessions.length === 0) return [];
  const earlier = sessions.flatMap(({ interaction, messages }) => [
    headerOf(interaction, false),
    ...buildRows(messages, span),
  ]);
  return [...earlier, headerOf(atHand, true)];
}

/** All messages of a transcript in the order shown. */
export function allMessages(sessions: readonly Session[], messages: readonly Message[]): readonly Message[] {
  return sessions.length === 0 ? messages : [...sessions.flatMap((session) => session.messages), ...messages];
}

export type TranscriptRow = Row | SessionRow;

/** Whether two rows look the same. */
export function sameTranscriptRow(a: TranscriptRow, b: TranscriptRow): boolean {
  if (a.kind === 'session') return b.kind === 'session' && a.interaction === b.interaction && a.current === b.current;
  return b.kind !== 'session' && sameRow(a, b);
}

function headerOf(interaction: Interaction, current: boolean): SessionRow {
  return { kind: 'session', key: `session-${interaction.id}`, interaction, current };
}
