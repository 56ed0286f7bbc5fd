import type { Message } from '#shared/domain/message.ts';

type Counted = Pick<Message, 'direction' | 'arrivalOrder'>;

/** Customer messages that arrived after the one with order `seenOrder`, the last the agent has seen. */
export function countUnread(messages: Iterable<Counted>, seenOrder: number): number {
  let count = 0;
  for (const message of messages) {
    if (message.direction === 'in' && message.arrivalOrder > seenOrder) count += 1;
  }
  return count;
}

/**
 * Where unread begins in an interaction this desk sees for the first time: after the business's last word. What a
 * colleague has answered needs no reading again.
 */
export function answeredUpTo(messages: Iterable<Counted>): number {
  let order = 0;
  for (const message of messages) {
    if (message.direction === 'out') order = Math.max(order, message.arrivalOrder);
  }
  return order;
}

/** Order of the newest message: seeing the end of a transcript is seeing all of it. */
export function newestOrder(messages: Iterable<Counted>): number {
  let order = 0;
  for (const message of messages) order = Math.max(order, message.arrivalOrder);
  return order;
}
