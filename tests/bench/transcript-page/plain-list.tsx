import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { ListProps } from './other-list.tsx';
import { PlainBubble } from './plain-bubble.tsx';

const Bubble = memo(PlainBubble);

/** All messages in the page, as one would write it first. */
export function PlainList({ messages }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  const toEnd = () => scroller.current?.scrollTo(0, scroller.current.scrollHeight);
  useLayoutEffect(toEnd, []);
  useEffect(() => {
    if (last !== undefined) scroller.current?.scrollTo(0, scroller.current.scrollHeight);
  }, [last]);
  return (
    <div ref={scroller} className="plain">
      {messages.map((message) => (
        <Bubble key={message.id} message={message} />
      ))}
    </div>
  );
}
