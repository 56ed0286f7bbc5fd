import type { Message } from '#shared/domain/message.ts';
import { type Timing, timingOf } from '#shared/rules/ordering.ts';

/** A date between messages. */
export interface DayRow {
  readonly kind: 'day';
  readonly key: string;
  /** A moment of that day. */
  readonly at: number;
}

/** A message with what its neighbours decide about its look. */
export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly message: Message;
  readonly timing: Timing;
  /** First of its group: messages of one sender within one minute. */
  readonly first: boolean;
  readonly last: boolean;
  readonly showTime: boolean;
  readonly showStatus: boolean;
}

export type Row = DayRow | MessageRow;

const MINUTE = 60_000;

/** When a message counts as written, which decides its day; never later than it arrived. */
export function writtenAt(message: Message): number {
  return Math.min(message.originTime ?? message.arrivalTime, message.arrivalTime);
}

/** The time shown at a message (UI-3): arrival, for a delayed one when it was sent. */
export function shownTime(message: Message, timing: Timing): number {
  return timing === 'delayed' ? (message.originTime ?? message.arrivalTime) : message.arrivalTime;
}

function dayOf(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

function sameGroup(a: Message, b: Message): boolean {
  return (
    a.direction === b.direction &&
    a.direction !== 'system' &&
    a.sender.type === b.sender.type &&
    a.sender.id === b.sender.id &&
    Math.floor(a.arrivalTime / MINUTE) === Math.floor(b.arrivalTime / MINUTE)
  );
}

/** Whether an own message did not get through, or may not have. */
export const isOpen = ({ status }: Message): boolean => status === 'failed' || status === 'unknown';

/**
 * What a transcript shows, in order: `messages` with dates between, grouped by sender and minute. Only the last of a
 * group shows its time; a status stands where it differs from that of the group's end. `span` in ms, see `timingOf`.
 */
export function buildRows(messages: readonly Message[], span: number): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const [index, message] of messages.entries()) {
    const [previous, next] = [messages[index - 1], messages[index + 1]];
    const today = dayOf(writtenAt(message));
    const newDay = today !== day;
    if (newDay) rows.push({ kind: 'day', key: `day-${today}-${message.id}`, at: writtenAt(message) });
    day = today;
    const timing = timingOf(message, next, span);
    const last = !next || !sameGroup(message, next) || isOpen(message) || dayOf(writtenAt(next)) !== today;
    const first = newDay || !previous || !sameGroup(previous, message) || isOpen(previous);
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      timing,
      first,
      last,
      showTime: last || timing !== 'in-time',
      showStatus: message.direction === 'out' && (last || message.status !== next?.status),
    });
  }
  return rows;
}

/** Whether two rows look the same, so that a list of thousands draws only what changed. */
export function sameRow(a: Row, b: Row): boolean {
  if (a.kind === 'day' || b.kind === 'day') return a.key === b.key;
  return (
    a.message === b.message &&
    a.timing === b.timing &&
    a.first === b.first &&
    a.last === b.last &&
    a.showStatus === b.showStatus
  );
}
