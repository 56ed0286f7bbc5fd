import type { TFunction } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '../../../i18n/en.ts';
import { type Times, useTimes } from '../times.ts';

/** Texts without values that many messages show. */
export type Word = Extract<
  TextKey,
  | `kind.${string}`
  | `conversation.status.${string}`
  | `conversation.day.${string}`
  | 'conversation.advert'
  | 'conversation.forwarded'
  | 'conversation.sender.unknown'
>;

/**
 * What the messages of a transcript say things with: asked for once by the transcript, not by each message again. A drag
 * of the scrollbar draws dozens in a frame, and each would listen for another language by itself (PRF-1).
 */
export interface MessageWords extends Times {
  readonly t: TFunction;
  /** As `t`, looked up once. */
  readonly word: (key: Word) => string;
  /** Names a message: `Akela, 10:06`. */
  readonly label: (sender: string, time: string) => string;
  readonly language: string;
  /** Of the page, whichever way a message runs. */
  readonly direction: 'ltr' | 'rtl';
}

export const MessageWordsContext = createContext<MessageWords | null>(null);

export function useMessageWords(): MessageWords {
  const words = useContext(MessageWordsContext);
  if (!words) throw new Error('useMessageWords is used outside a Transcript.');
  return words;
}

/** The words for a transcript; the same object until the language changes. */
export function useNewMessageWords(): MessageWords {
  const { t, i18n } = useTranslation();
  const { direction } = useLocale();
  const times = useTimes();
  const { language } = i18n;
  return useMemo(
    () => ({ ...times, t, word: remembered(t), label: labels(t), language, direction }),
    [times, t, language, direction],
  );
}

function remembered(t: TFunction): (key: Word) => string {
  const known = new Map<Word, string>();
  return (key) => {
    const word = known.get(key) ?? t(key);
    known.set(key, word);
    return word;
  };
}

/** Looks the pattern up once: putting values into it is the dearest thing a plain message would do. */
export function labels(t: TFunction): (sender: string, time: string) => string {
  const pattern = t('conversation.message', { skipInterpolation: true, sender: '', time: '' });
  return (sender, time) => pattern.replace(/\{\{(sender|time)\}\}/g, (_, name) => (name === 'sender' ? sender : time));
}
