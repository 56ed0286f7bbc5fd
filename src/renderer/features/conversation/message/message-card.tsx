import {
  AudioLines,
  FileText,
  Image,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageSquareMore,
  MessageSquareWarning,
  PanelTop,
  ShoppingBag,
  Smile,
  SquareCheck,
  Sticker,
  Users,
  Video,
} from 'lucide-react';
import type { Card, CardKind } from './card.ts';
import { fileSize } from './file-size.ts';
import styles from './message-card.module.css';
import { useMessageWords } from './message-words.ts';

const icons: Readonly<Record<CardKind, LucideIcon>> = {
  image: Image,
  video: Video,
  audio: AudioLines,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: Users,
  reaction: Smile,
  interactive: MessageSquareMore,
  'button-reply': SquareCheck,
  'list-reply': ListChecks,
  'flow-reply': ListChecks,
  template: PanelTop,
  order: ShoppingBag,
  unsupported: MessageSquareWarning,
};

/** What a message of another kind than text is, in words, with what is known of it. */
export function MessageCard({ card }: { readonly card: Card }) {
  const { word, language } = useMessageWords();
  const Icon = icons[card.kind];
  const kind = word(`kind.${card.kind}`);
  const size = card.size === undefined ? [] : [fileSize(card.size, language)];
  const below = [...(card.title === undefined ? [] : [kind]), ...size].join(' · ');
  return (
    <div className={styles.card} data-kind={card.kind}>
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <div>
        <div className={styles.title} dir="auto">
          {card.title ?? kind}
        </div>
        {below !== '' && <div className={styles.fact}>{below}</div>}
        {card.facts.map((fact, index) => (
          // Facts may be equal, and never change their order.
          <div key={String(index)} className={styles.fact} dir="auto">
            {fact}
          </div>
        ))}
      </div>
    </div>
  );
}
