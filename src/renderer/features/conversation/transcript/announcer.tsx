import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useConversation } from '../conversation-context.ts';
import { hear, nothingHeard, said, waitBefore } from './announce-rule.ts';

const LONGEST = 240;

/** Says new customer messages to assistive technology, once each; a burst in one sentence, and few of those (A11Y-1). */
export function Announcer({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  const { views, name } = useConversation();
  const [text, setText] = useState('');
  const heard = useRef(nothingHeard);
  const timer = useRef<number>(undefined);

  useEffect(() => {
    heard.current = hear(heard.current, messages);
    if (heard.current.count === 0) return;
    timer.current ??= window.setTimeout(
      () => {
        const { count, first } = heard.current;
        heard.current = said(heard.current, performance.now());
        timer.current = undefined;
        if (!first) return;
        const words = first.kind === 'text' ? views.plainText(first.text).slice(0, LONGEST) : t(`kind.${first.kind}`);
        const sentence = count === 1 ? `${name}: ${words}` : t('conversation.announce.many', { count, name });
        // The same words again are only spoken when the region has changed in between.
        setText((before) => (before === sentence ? `${sentence}\u00a0` : sentence));
      },
      waitBefore(heard.current, performance.now()),
    );
  }, [messages, views, name, t]);

  useEffect(() => () => window.clearTimeout(timer.current), []);

  return <div className="visually-hidden">{text}</div>;
}
