import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Message } from '#shared/domain/message.ts';
import { arrivedAfter, newestArrival } from './arrivals.ts';
import { isNearEnd, positionOf, type ScrollPosition, staysAtEnd } from './scroll-position.ts';

export interface EndFollower {
  readonly atEnd: boolean;
  /** Customer messages that came while the end was out of sight. */
  readonly fresh: number;
  readonly toEnd: () => void;
  /** The view is about to be moved away from the end on purpose. */
  readonly letGo: () => void;
  readonly onScroll: () => void;
  readonly onScrollEnd: () => void;
  /** Rows or the view changed their size. */
  readonly onResize: () => void;
}

export interface EndFollowerOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  readonly messages: readonly Message[];
  readonly rowCount: number;
  /** Option `focus-on-new-messages`: false leaves the view where it is, even at the end. */
  readonly follow: boolean;
  /** The signed-in agent: what they send leads to the end. */
  readonly agent: string | undefined;
  /** Px between the last row and the end of the scroller. */
  readonly padding: number;
}

/** Sent since: still on its way (no order yet), or already taken when the page came to draw it. */
function isNewer({ arrivalOrder }: Message, newest: number): boolean {
  return arrivalOrder === 0 || arrivalOrder > newest;
}

/** Keeps a transcript at its end while the agent is there, and where they read otherwise (UI-3). */
export function useEndFollower(options: EndFollowerOptions): EndFollower {
  const { scroller, list, messages, rowCount, follow, agent, padding } = options;
  const [atEnd, setAtEnd] = useState(true);
  const [fresh, setFresh] = useState(0);
  const stays = useRef(true);
  const position = useRef<ScrollPosition>({ top: 0, below: 0 });
  const seen = useRef<{ newest: number; own: string | undefined } | undefined>(undefined);

  const showAtEnd = useCallback((value: boolean) => {
    setAtEnd(value);
    if (value) setFresh(0);
  }, []);

  const set = useCallback(
    (value: boolean) => {
      stays.current = value;
      showAtEnd(value);
    },
    [showAtEnd],
  );

  const toEnd = useCallback(() => {
    set(true);
    if (rowCount > 0) list.current?.scrollToIndex(rowCount - 1, { align: 'end', offset: padding });
  }, [list, rowCount, padding, set]);

  const onScroll = useCallback(() => {
    if (!scroller.current) return;
    const now = positionOf(scroller.current);
    stays.current = staysAtEnd(stays.current, position.current, now);
    position.current = now;
    showAtEnd(stays.current || isNearEnd(now));
  }, [scroller, showAtEnd]);

  // Somebody who went up a little and stopped there still wants to see what comes.
  const onScrollEnd = useCallback(() => {
    if (scroller.current && isNearEnd(positionOf(scroller.current))) stays.current = true;
  }, [scroller]);

  useLayoutEffect(() => {
    const before = seen.current;
    const newest = newestArrival(messages);
    const own = messages.findLast(({ direction, sender }) => direction === 'out' && sender.id === agent);
    seen.current = { newest, own: own?.id };
    if (!before) return toEnd();
    const ownSend = own !== undefined && own.id !== before.own && isNewer(own, before.newest);
    const came = arrivedAfter(messages, before.newest).length;
    if (ownSend || (stays.current && (follow || came === 0))) return toEnd();
    if (came === 0) return;
    setFresh((count) => count + came);
    stays.current = false;
    setAtEnd(false);
  }, [messages, follow, agent, toEnd]);

  const onResize = useCallback(() => {
    if (stays.current) toEnd();
  }, [toEnd]);

  const letGo = useCallback(() => {
    const here = scroller.current;
    // Where all is in view there is nothing to let go of, and no scrolling that would find the end again.
    if (here && here.scrollHeight > here.clientHeight + 1) set(false);
  }, [scroller, set]);

  return { atEnd, fresh, toEnd, letGo, onScroll, onScrollEnd, onResize };
}
