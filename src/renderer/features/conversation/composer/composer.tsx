import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { NoticeBanner } from '../../../components/notice.tsx';
import { useShortcut } from '../../../shortcuts/hooks.ts';
import { useDesk, useInteractionOptions } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import type { WindowView } from '../window-state.ts';
import styles from './composer.module.css';
import { ComposerFoot } from './composer-foot.tsx';
import { countOf, hindranceOf } from './send-state.ts';
import { useComposerFocus } from './use-composer-focus.ts';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

export interface ComposerProps {
  /** The medium says that nothing can be sent here. */
  readonly unanswerable: boolean;
  readonly window: WindowView;
  /** Messages are missing and have been asked for. */
  readonly stale: boolean;
}

/** Enter alone, and not the one that ends the composition of a character (IME). */
function isSendKey(event: KeyboardEvent): boolean {
  const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
  // Safari's old 229 still comes from some input methods on Windows after the composition ended.
  const composing = nativeEvent.isComposing || nativeEvent.keyCode === 229;
  return key === 'Enter' && !shiftKey && !ctrlKey && !altKey && !metaKey && !composing;
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
    const accepted = await send(text.trim());
    underWay.current = false;
    // Only what is on this computer's disk leaves the box: a crash before that must not take the words along.
    if (accepted) takeOut(text);
    if (accepted && again.current) setNext((turn) => turn + 1);
    again.current = false;
  };

  // Enter pressed while the message before was on its way to the disk counts for what was written behind it.
  const sendNext = useEffectEvent(() => void submit());
  useEffect(() => {
    if (next > 0) sendNext();
  }, [next]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSendKey(event)) return;
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
      <div className={styles.box} data-over={hindrance === 'too-long'}>
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
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.row}>
          <ComposerFoot id={footId} hindrance={hindrance} count={countOf(size)} size={size} connected={connected} />
          <Button look="primary" isDisabled={hindrance !== undefined} onPress={() => void submit()}>
            {t('conversation.send')}
            <SendHorizontal aria-hidden="true" />
          </Button>
        </div>
      </div>
    </div>
  );
}
