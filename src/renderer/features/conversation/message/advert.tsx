import { Megaphone } from 'lucide-react';
import type { Message } from '#shared/domain/message.ts';
import styles from './advert.module.css';
import { useMessageWords } from './message-words.ts';

function textIn(referral: object, key: string): string | undefined {
  const value: unknown = Object.entries(referral).find(([name]) => name === key)?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The advert that brought the customer here, above what they wrote (WA-5). */
export function Advert({ interactive }: { readonly interactive: NonNullable<Message['interactive']> }) {
  const { word } = useMessageWords();
  const { referral } = interactive;
  if (typeof referral !== 'object' || referral === null) return null;
  const headline = textIn(referral, 'headline');
  const body = textIn(referral, 'body');
  return (
    <div className={styles.advert}>
      <div className={styles.what}>
        <Megaphone aria-hidden="true" />
        {word('conversation.advert')}
      </div>
      {headline !== undefined && (
        <div className={styles.headline} dir="auto">
          {headline}
        </div>
      )}
      {body !== undefined && <div dir="auto">{body}</div>}
    </div>
  );
}
