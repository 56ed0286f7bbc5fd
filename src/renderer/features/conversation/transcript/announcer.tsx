import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useConversation } from '../conversation-context.ts';

/** A burst within this time is one announcement, ms (A11Y-1). */
const GATHER = 800;
const LONGEST = 240;

/** Says new customer messages to assistive technology, once each; a burst in one sentence. */
export function Announcer({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  const { views, name } = useConversation();
  const [text, setText] = useState('');
  const newest = useRef<number>(undefined);
  const waiting = useRef<Message[]>([]);
  const timer = useRef<number>(undefined);

  useEffect(() => {
    const before = newest.current;
    newest.current = messages.reduce((highest, { arrivalOrder }) => Math.max(highest, arrivalOrder), 0);
    if (before === undefined || before === 0) return;
    const came = messages.filter(({ direction, arrivalOrder }) => direction === 'in' && arrivalOrder > before);
    if (came.length === 0) return;
    waiting.current.push(...came);
    timer.current ??= window.setTimeout(() => {
      const [first, ...others] = waiting.current;
      waiting.current = [];
      timer.current = undefined;
      if (!first) return;
      const count = others.length + 1;
      const words = first.kind === 'text' ? views.plainText(first.text).slice(0, LONGEST) : t(`kind.${first.kind}`);
      setText(count === 1 ? `${name}: ${words}` : t('conversation.announce.many', { count, name }));
    }, GATHER);
  }, [messages, views, name, t]);

  useEffect(() => () => window.clearTimeout(timer.current), []);

  return <div className="visually-hidden">{text}</div>;
}
