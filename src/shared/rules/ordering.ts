import type { Message } from '../domain/message.ts';

type Placed = Pick<Message, 'id' | 'originTime' | 'arrivalTime' | 'arrivalOrder'> & Partial<Pick<Message, 'status'>>;

/** Not on the server: among messages of one second the last. */
const LAST = Number.MAX_SAFE_INTEGER;

function originOf(message: Placed): number {
  // A clock ahead of ours would pin the message to the end until that time comes.
  return Math.min(message.originTime ?? message.arrivalTime, message.arrivalTime);
}

function orderOf(message: Placed): number {
  return message.arrivalOrder === 0 ? LAST : message.arrivalOrder;
}

/** Still to leave: it reaches the customer after everything that is here. One that failed does not leave any more. */
function isWaiting({ arrivalOrder, status }: Placed): boolean {
  return arrivalOrder === 0 && status !== 'failed';
}

/**
 * Order in a transcript (UI-3): by origination where known, ties by arrival. The provider gives whole seconds,
 * so origins are compared by second: two messages of one second stay in order of arrival. Messages that wait on the
 * desk come last, in the order pressed (their ids are ULIDs); what failed there stands where it was pressed.
 */
export function compareMessages(a: Placed, b: Placed): number {
  const waiting = isWaiting(a);
  if (waiting !== isWaiting(b)) return waiting ? 1 : -1;
  return (
    Math.floor(originOf(a) / 1000) - Math.floor(originOf(b) / 1000) ||
    orderOf(a) - orderOf(b) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** How a message's time is to be shown (UI-3). */
export type Timing = 'in-time' | 'delayed' | 'out-of-order';

/**
 * `delayed` when it arrived more than `span` ms after it was sent; `out-of-order` when it stands before a message
 * that was here earlier, so that what the agent read before has changed.
 */
export function timingOf(message: Placed, next: Placed | undefined, span: number): Timing {
  if (next && next.arrivalOrder !== 0 && message.arrivalOrder > next.arrivalOrder) return 'out-of-order';
  if (message.originTime !== null && message.arrivalTime - message.originTime > span) return 'delayed';
  return 'in-time';
}

/** A new list with `message` put in its place; one with the same id is replaced. */
export function placeMessage<M extends Placed>(list: readonly M[], message: M): M[] {
  const others = list.filter((entry) => entry.id !== message.id);
  let index = others.length;
  while (index > 0) {
    const before = others[index - 1];
    if (before === undefined || compareMessages(before, message) <= 0) break;
    index -= 1;
  }
  others.splice(index, 0, message);
  return others;
}
