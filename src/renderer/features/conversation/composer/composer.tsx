import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { NoticeBanner } from '../../../components/notice.tsx';
import { useIsMac, useShortcut } from '../../../shortcuts/hooks.ts';
import { useDesk, useInteractionOptions, useOption } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import type { WindowView } from '../window-state.ts';
import styles from './composer.module.css';
import { ComposerFoot } from './composer-foot.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { QuoteLine } from './quote-line.tsx';
import { isSendKey } from './send-key.ts';
import { countOf, hindranceOf } from './send-state.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import { useDraft } from './use-draft.ts';
import { useInsert } from './use-insert.ts';
import { useQuote } from './use-quote.ts';
import { useRefuseFiles } from './use-refuse-files.ts';
import { useSend } from './use-send.ts';
import { useTyping } from './use-typing.ts';

export interface ComposerProps {
  /** The medium says that nothing can be sent here. */
  readonly unanswerable: boolean;
  readonly window: WindowView;
  /** Messages are missing and have been asked for. */
  readonly stale: boolean;
}

/** Where the agent writes (UI-5). */
export function Composer({ unanswerable, window: serviceWindow, stale }: ComposerProps) {
  const { t } = useTranslation();
  const { interactionId, views, open } = useConversation();
  const options = useInteractionOptions(interactionId);
  const connected = useDesk((model) => model.connection.state === 'connected');
  const field = useRef<HTMLTextAreaElement>(null);
  const footId = useId();
  const { text, setText, takeOut } = useDraft(interactionId);
  const { refusal, dismiss, send } = useSend(interactionId);
  const { quote, remove } = useQuote(interactionId);
  const sendKey = useOption('composer.send-key', 'Enter');
  const mac = useIsMac();
  const insert = useInsert(field, setText);
  const files = useRefuseFiles();
  const tellTyping = useTyping(interactionId);
  const underWay = useRef(false);
  const again = useRef(false);
  const [next, setNext] = useState(0);
  useComposerFocus(field, interactionId);
  useShortcut('composer.focus', () => field.current?.focus());

  const size = views.measureText(text.trim(), options);
  const hindrance = hindranceOf({ text, size, window: serviceWindow, open, unanswerable, stale, connected });

  const submit = async () => {
    if (hindrance) return;
    if (underWay.current) {
      again.current = true;
      return;
    }
    underWay.current = true;
    field.current?.focus();
    const accepted = await send(text.trim(), quote);
    underWay.current = false;
    // Only what is on this computer's disk leaves the box: a crash before that must not take the words along.
    if (accepted) {
      takeOut(text);
      remove(quote);
    }
    if (accepted && again.current) setNext((turn) => turn + 1);
    again.current = false;
  };

  // Enter pressed while the message before was on its way to the disk counts for what was written behind it.
  const sendNext = useEffectEvent(() => void submit());
  useEffect(() => {
    if (next > 0) sendNext();
  }, [next]);

  const write = (words: string) => {
    setText(words);
    if (!hindrance || hindrance === 'empty') tellTyping(words);
  };
  const removeQuote = () => {
    remove();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) remove();
    if (!isSendKey(event.nativeEvent, sendKey, mac)) return;
    event.preventDefault();
    void submit();
  };

  return (
    <div className={styles.composer}>
      {refusal && (
        <div role="alert" className={styles.refusal}>
          <NoticeBanner severity="error" message={refusal.message} onDismiss={dismiss} />
        </div>
      )}
      <div className={styles.box} data-over={hindrance === 'too-long'} {...files}>
        {quote && <QuoteLine quote={quote} onRemove={() => removeQuote()} />}
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
          onKeyDown={onKeyDown}
        />
        <div className={styles.row}>
          <EmojiButton interactionId={interactionId} onPick={insert} onLeave={() => field.current?.focus()} />
          <ComposerFoot
            id={footId}
            hindrance={hindrance}
            count={countOf(size)}
            size={size}
            connected={connected}
            sendKey={sendKey}
          />
          <Button look="primary" isDisabled={hindrance !== undefined} onPress={() => void submit()}>
            {t('conversation.send')}
            <SendHorizontal aria-hidden="true" />
          </Button>
        </div>
      </div>
    </div>
  );
}
