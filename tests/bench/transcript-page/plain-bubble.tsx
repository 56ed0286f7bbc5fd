import type { Message } from '#shared/domain/message.ts';

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit' });

/** A message without anything that costs: its text in a bubble, and the time. */
export function PlainBubble({ message }: { readonly message: Message }) {
  return (
    <div className="row" data-message-id={message.id} data-direction={message.direction}>
      <div className="bubble" dir="auto">
        {message.text}
        <time>{time.format(message.arrivalTime)}</time>
      </div>
    </div>
  );
}
