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

/** A day by the calendar of this PC. Finding it out is dear, asking whether a time is within it is not. */
interface Day {
  readonly from: number;
  /** Beginning of the next day. */
  readonly to: number;
}

function dayOf(time: number): Day {
  const date = new Date(time);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return { from: new Date(year, month, day).getTime(), to: new Date(year, month, day + 1).getTime() };
}

const isWithin = ({ from, to }: Day, time: number): boolean => time >= from && time < to;

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
  let day: Day = { from: 0, to: 0 };
  let first = true;
  for (const [index, message] of messages.entries()) {
    const at = writtenAt(message);
    if (!isWithin(day, at)) {
      rows.push({ kind: 'day', key: `day-${message.id}`, at });
      day = dayOf(at);
    }
    const next = messages[index + 1];
    const timing = timingOf(message, next, span);
    const last = !next || !isWithin(day, writtenAt(next)) || !sameGroup(message, next) || isOpen(message);
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
    first = last;
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
