import type { Message } from '#shared/domain/message.ts';

/** The highest order of arrival among `messages`; 0 where the server knows none of them. */
export function newestArrival(messages: readonly Message[]): number {
  let newest = 0;
  for (const { arrivalOrder } of messages) if (arrivalOrder > newest) newest = arrivalOrder;
  return newest;
}

/** The customer's messages that arrived after the one of order `after`, in the order shown. */
export function arrivedAfter(messages: readonly Message[], after: number): readonly Message[] {
  return messages.filter(({ direction, arrivalOrder }) => direction === 'in' && arrivalOrder > after);
}
