import { useCallback, useEffect, useRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import type { Message } from '#shared/domain/message.ts';
import type { ListProps } from './other-list.tsx';
import { PlainBubble } from './plain-bubble.tsx';

/** Far from 0, so that many messages can be put in front. */
const FIRST = 1_000_000;

/** Known before a measured run begins: finding it out is no part of what the list costs. */
let meanHeight = 40;

/** Measures the true mean height of these messages in the page. */
export function measureMeanHeight(messages: readonly Message[]): void {
  const box = document.createElement('div');
  box.className = 'box';
  box.innerHTML = renderToStaticMarkup(messages.map((message) => <PlainBubble key={message.id} message={message} />));
  document.body.append(box);
  const rows = [...box.querySelectorAll('[data-message-id]')];
  meanHeight = Math.round(rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0) / rows.length);
  box.remove();
}

const END = { index: 'LAST', align: 'end' } as const;

/**
 * react-virtuoso tuned as far as it goes: the true mean height, 900 px beyond the view, and a follow rule of its own on
 * the last message (its own `followOutput` loses the end in a burst), once more when that message has been measured.
 */
export function TunedVirtuoso({ messages, prepended }: ListProps) {
  const list = useRef<VirtuosoHandle>(null);
  const last = messages.at(-1)?.id;
  const followed = useRef(last);
  const following = useRef(false);
  useEffect(() => {
    if (last === followed.current) return;
    followed.current = last;
    following.current = true;
    list.current?.scrollToIndex(END);
  }, [last]);
  const measured = useCallback(() => {
    if (following.current) list.current?.scrollToIndex(END);
  }, []);
  return (
    <Virtuoso<Message>
      ref={list}
      data={messages as Message[]}
      firstItemIndex={FIRST - prepended}
      initialTopMostItemIndex={END}
      totalListHeightChanged={measured}
      defaultItemHeight={meanHeight}
      increaseViewportBy={900}
      computeItemKey={(_, message) => message.id}
      itemContent={(_, message) => <PlainBubble message={message} />}
    />
  );
}
