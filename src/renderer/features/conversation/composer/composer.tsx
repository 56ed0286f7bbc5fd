import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import { Button } from '../../../components/button.tsx';
import { NoticeBanner } from '../../../components/notice.tsx';
import { useIsMac, useShortcut } from '../../../shortcuts/hooks.ts';
import { useDesk, useInteractionOptions, useOption } from '../../../state/hooks.ts';
import { InteractiveButton } from '../../interactive-builder/index.ts';
import { CompletionList, useCompletion } from '../../responses/index.ts';
import { useConversation } from '../conversation-context.ts';
import { AutomaticPreview } from './automatic-preview.tsx';
import styles from './composer.module.css';
import { ComposerFoot } from './composer-foot.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { FileChips } from './file-chips.tsx';
import { MarkedCodes } from './marked-codes.tsx';
import { ModeLine } from './mode-line.tsx';
import { NotificationButton } from './notification-button.tsx';
import { QuoteLine } from './quote-line.tsx';
import { isSendKey } from './send-key.ts';
import { countOf, hindranceOf, isWritable } from './send-state.ts';
import { nextCode } from './unresolved.ts';
import { useAttached } from './use-attached.ts';
import { useClosed } from './use-closed.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import type { ComposerState } from './use-composer-mode.ts';
import { useDraft } from './use-draft.ts';
import { useDrop } from './use-drop.ts';
import { useInsert } from './use-insert.ts';
import { useNotification } from './use-notification.ts';
import { useQuote } from './use-quote.ts';
import { useResponse } from './use-response.ts';
import { useSend } from './use-send.ts';
import { useSubmit } from './use-submit.ts';
import { useTyping } from './use-typing.ts';

export interface ComposerProps {
  readonly view: InteractionView;
  readonly state: ComposerState;
}

/** Where the agent writes (UI-5), as far as something can be sent (WA-3). */
export function Composer({ view, state: { mode, isCurrent } }: ComposerProps) {
  const { t } = useTranslation();
  const { interaction, stale } = view;
  const { interactionId, views, composer } = useConversation();
  const options = useInteractionOptions(interactionId);
  const connected = useDesk((model) => model.connection.state === 'connected');
  const field = useRef<HTMLTextAreaElement>(null);
  const footId = useId();
  const { text, setText, takeOut } = useDraft(interactionId);
  const { refusal, dismiss, send } = useSend(interactionId);
  const { quote, remove } = useQuote(interactionId);
  const attached = useAttached(interactionId);
  const sendKey = useOption('composer.send-key', 'Enter');
  const mac = useIsMac();
  const insert = useInsert(field, setText);
  const tellTyping = useTyping(interactionId);
  const notification = useNotification(mode, view, text);
  const applyResponse = useResponse({ handle: composer, interactionId, insert, attached });
  const dropped = useDrop(applyResponse);
  const completion = useCompletion({ field, text, view, onChoose: applyResponse });
  useComposerFocus(field, interactionId);
  useShortcut('composer.focus', () => field.current?.focus());

  const { files } = attached;
  const size = notification ? notification.size : views.measureText(text.trim(), options);
  const finding = notification?.finding;
  const hindrance = hindranceOf({ text, size, mode: mode.mode, files, stale, connected, finding });
  const writable = isWritable(mode.mode);
  // Words that cannot go now are kept in sight: they may be sent later, or copied into a notification.
  const showsBox = writable || text !== '' || files.length > 0;
  const closed = useClosed(showsBox);

  const submit = useSubmit({
    send,
    take: () => {
      // What the agent confirms is what they see: a window that has closed since then changes that.
      if (hindrance || !isCurrent()) return undefined;
      field.current?.focus();
      const words = text.trim();
      if (words === '') return { words: null, files };
      const quoted = quote ? { quotedProviderId: quote.providerId } : {};
      const content = notification?.content ?? ({ kind: 'text', text: words, ...quoted } as const);
      return { words: { text, content, quote: notification ? undefined : quote }, files };
    },
    onTextSent: (sent, quoted) => {
      takeOut(sent);
      remove(quoted);
    },
    onFileSent: attached.remove,
  });

  const write = (words: string) => {
    setText(words);
    completion.look();
    if (!hindrance || hindrance === 'empty') tellTyping(words);
  };
  const removeQuote = () => {
    remove();
    field.current?.focus();
  };
  const leadToCode = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const place = nextCode(text, event.shiftKey ? selectionStart : selectionEnd, event.shiftKey);
    if (!place) return;
    event.preventDefault();
    event.currentTarget.setSelectionRange(place.start, place.end);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completion.onKeyDown(event)) return;
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) remove();
    if (event.key === 'Tab') leadToCode(event);
    if (!isSendKey(event.nativeEvent, sendKey, mac)) return;
    event.preventDefault();
    if (writable) submit();
    else closed.lead();
  };

  return (
    <div className={styles.composer}>
      {refusal && (
        <div role="alert" className={styles.refusal}>
          <NoticeBanner severity="error" message={refusal.message} onDismiss={dismiss} />
        </div>
      )}
      <ModeLine mode={mode} interaction={interaction} />
      {mode.mode === 'automatic' && notification && (
        <AutomaticPreview template={mode.template} notification={notification.content} />
      )}
      {showsBox && (
        <div ref={closed.box} className={styles.box} data-over={hindrance === 'too-long'} {...dropped}>
          {quote && writable && !notification && <QuoteLine quote={quote} onRemove={() => removeQuote()} />}
          <FileChips files={files} onRemove={attached.remove} onLeave={() => field.current?.focus()} />
          <div className={styles.text}>
            {hindrance === 'unresolved' && <MarkedCodes field={field} text={text} />}
            <textarea
              ref={field}
              className={styles.field}
              aria-label={t('conversation.composer')}
              aria-describedby={footId}
              placeholder={t('conversation.composer.placeholder')}
              dir="auto"
              rows={1}
              spellCheck
              value={text}
              onChange={(event) => write(event.target.value)}
              onSelect={completion.look}
              onBlur={completion.close}
              onKeyDown={onKeyDown}
              {...completion.attributes}
            />
          </div>
          <div className={styles.row}>
            {writable && (
              <EmojiButton interactionId={interactionId} onPick={insert} onLeave={() => field.current?.focus()} />
            )}
            {writable && views.notifications && <NotificationButton interactionId={interactionId} />}
            {writable && views.interactive && <InteractiveButton interactionId={interactionId} />}
            <ComposerFoot
              id={footId}
              hindrance={hindrance}
              finding={finding}
              count={countOf(size)}
              size={size}
              connected={connected}
              sendKey={sendKey}
            />
            {writable && (
              <Button look="primary" isDisabled={hindrance !== undefined} onPress={submit}>
                {t('conversation.send')}
                <SendHorizontal aria-hidden="true" />
              </Button>
            )}
          </div>
          {completion.list && <CompletionList {...completion.list} />}
        </div>
      )}
    </div>
  );
}
