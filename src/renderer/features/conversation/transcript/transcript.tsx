import { type KeyboardEvent, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useShortcut } from '../../../shortcuts/hooks.ts';
import { useDesk, useEarlierSessions, useInteraction, useInteractionOptions } from '../../../state/hooks.ts';
import type { Transcript as TranscriptState } from '../../../state/transcript.ts';
import { useConversation } from '../conversation-context.ts';
import { ChoicesContext } from '../message/choices-context.ts';
import { MessageWordsContext, useNewMessageWords } from '../message/message-words.ts';
import { MessageMenus } from '../message-menu/message-menus.tsx';
import { useMessageMenu } from '../message-menu/use-message-menu.ts';
import { Announcer } from './announcer.tsx';
import { NewMessagesButton } from './new-messages-button.tsx';
import { RowPlace } from './row-place.tsx';
import { buildRows } from './rows.ts';
import { allMessages, buildSessionRows } from './session-rows.ts';
import styles from './transcript.module.css';
import { TranscriptRow } from './transcript-row.tsx';
import { TranscriptTop } from './transcript-top.tsx';
import { useChoices } from './use-choices.ts';
import { useElementHeight } from './use-element-height.ts';
import { useEndFollower } from './use-end-follower.ts';
import { useJump } from './use-jump.ts';
import { useKeptRows } from './use-kept-rows.ts';
import { useLinks } from './use-links.ts';
import { usePrepending } from './use-prepending.ts';
import { useRovingMessages } from './use-roving-messages.ts';
import { useScrollBuffer } from './use-scroll-buffer.ts';
import { useSeen } from './use-seen.ts';
import { useTranscriptLook } from './use-transcript-look.ts';

/** As in the style sheet. */
const PADDING = 12;

export interface TranscriptHandle {
  readonly jumpTo: (messageId: string) => void;
  readonly focus: () => void;
}

export interface TranscriptProps {
  readonly transcript: TranscriptState;
  readonly ref: Ref<TranscriptHandle>;
}

/** The messages of a conversation, oldest first, drawn only where they are seen (UI-3). */
export function Transcript({ transcript, ref }: TranscriptProps) {
  const words = useNewMessageWords();
  const { t } = words;
  const { interactionId, views, agent } = useConversation();
  const options = useInteractionOptions(interactionId);
  const deskOptions = useDesk((model) => model.options);
  const look = useTranscriptLook();
  const { messages } = transcript;
  const span = views.delaySpan(options);
  const { sessions } = useEarlierSessions(interactionId);
  const atHand = useInteraction(interactionId)?.interaction;
  const here = useMemo(() => buildRows(messages, span), [messages, span]);
  const before = useMemo(() => (atHand ? buildSessionRows(sessions, atHand, span) : []), [sessions, atHand, span]);
  const rows = useMemo(() => (before.length === 0 ? here : [...before, ...here]), [before, here]);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [top, topHeight] = useElementHeight();
  const all = useMemo(() => allMessages(sessions, messages), [sessions, messages]);
  const choices = useChoices(sessions, transcript.choices);
  const prepending = usePrepending(all);
  const follow = views.followsNewMessages?.(deskOptions) ?? true;
  const end = useEndFollower({ scroller, list, messages, rowCount: rows.length, follow, agent, padding: PADDING });
  const { marked, jumpTo } = useJump(list, rows, end.letGo);
  const kept = useKeptRows(rows);
  const buffer = useScrollBuffer();
  const openLink = useLinks();
  const menu = useMessageMenu();
  const rove = useRovingMessages({ scroller, list, rows });
  const onKeyDown = (event: KeyboardEvent) => {
    menu.onKeyDown(event);
    rove(event);
  };
  useImperativeHandle(ref, () => ({ jumpTo, focus: () => scroller.current?.focus() }), [jumpTo]);
  useShortcut('transcript.focus', () => scroller.current?.focus());
  useSeen(interactionId, end.atEnd && transcript.state === 'ready');

  return (
    <div className={styles.transcript} style={look}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={t('conversation.transcript')}
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to scroll it by keyboard
        tabIndex={0}
        onContextMenu={menu.onContextMenu}
        onKeyDown={onKeyDown}
        onClick={openLink}
        onAuxClick={openLink}
        onScroll={(event) => {
          buffer.onScroll(event.currentTarget);
          end.onScroll();
        }}
        onScrollEnd={end.onScrollEnd}
      >
        <div className={styles.filler} />
        <TranscriptTop ref={top} transcript={transcript} />
        {/* Scrolling brings rows into the page, which is no news; the announcer says what came. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the focus is */}
        <div aria-live="off" onFocus={kept.onFocus} onBlur={kept.onBlur}>
          <MessageWordsContext value={words}>
            <ChoicesContext value={choices}>
              <Virtualizer
                ref={list}
                scrollRef={scroller}
                data={rows}
                item={RowPlace}
                startMargin={topHeight}
                bufferSize={buffer.size}
                shift={prepending}
                keepMounted={kept.indexes}
                onResize={end.onResize}
              >
                {(row) => <TranscriptRow key={row.key} row={row} marked={row.key === marked} />}
              </Virtualizer>
            </ChoicesContext>
          </MessageWordsContext>
        </div>
        <Announcer messages={messages} />
      </div>
      <MessageMenus menu={menu} messages={all} />
      {!end.atEnd && <NewMessagesButton count={end.fresh} onPress={end.toEnd} />}
    </div>
  );
}
