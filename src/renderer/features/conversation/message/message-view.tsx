import { Ban, Forward } from 'lucide-react';
import type { Message } from '#shared/domain/message.ts';
import { structureIn } from '#shared/rules/structured-body.ts';
import { useConversation } from '../conversation-context.ts';
import { isOpen, type MessageRow, shownTime } from '../transcript/rows.ts';
import { Advert } from './advert.tsx';
import { directionOf } from './direction.ts';
import { FailureLine } from './failure-line.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageMeta } from './message-meta.tsx';
import styles from './message-view.module.css';
import { useMessageWords } from './message-words.ts';
import { QuotedMessage } from './quoted-message.tsx';
import { Reactions } from './reactions.tsx';
import { StructuredMessage } from './structured-message.tsx';

/** Whose message it is, for its look: the customer's, this agent's, or another's who writes for the business. */
function ownerOf(message: Message, agent: string | undefined): 'customer' | 'me' | 'colleague' {
  if (message.direction === 'in') return 'customer';
  return message.sender.type === 'agent' && message.sender.id === agent ? 'me' : 'colleague';
}

function Deleted({ message }: { readonly message: Message }) {
  const { t, time } = useMessageWords();
  return (
    <span className={styles.deleted}>
      <Ban aria-hidden="true" />
      {t(message.direction === 'in' ? 'conversation.deleted.customer' : 'conversation.deleted', {
        time: time(message.revokedAt ?? message.arrivalTime),
      })}
    </span>
  );
}

function Forwarded() {
  const { word } = useMessageWords();
  return (
    <div className={styles.forwarded}>
      <Forward aria-hidden="true" />
      {word('conversation.forwarded')}
    </div>
  );
}

export interface MessageViewProps {
  readonly row: MessageRow;
  /** It was jumped to: it is marked for a moment. */
  readonly marked: boolean;
}

function Bubble({ row, marked }: MessageViewProps) {
  const { message } = row;
  const deleted = message.revokedAt !== null;
  const structure = deleted ? null : structureIn(message);
  return (
    <div className={styles.bubble} dir={directionOf(message.text)} data-marked={marked}>
      {message.forwarded && !deleted && <Forwarded />}
      {message.interactive && !deleted && <Advert interactive={message.interactive} />}
      {message.quoted && !deleted && <QuotedMessage quoted={message.quoted} />}
      {structure ? (
        <StructuredMessage row={row} structure={structure} />
      ) : (
        <>
          {deleted ? <Deleted message={message} /> : <MessageBody message={message} />}
          <MessageMeta row={row} />
        </>
      )}
    </div>
  );
}

/**
 * One message of a customer or of the business (UI-3). A drag of the scrollbar draws dozens in a frame, so what only
 * some messages have is a component of its own: the others do not pay for its hooks.
 */
export function MessageView({ row, marked }: MessageViewProps) {
  const { word, label, time } = useMessageWords();
  const { agent } = useConversation();
  const { message, first, last, timing } = row;
  const owner = ownerOf(message, agent);
  const sender = message.sender.name || word('conversation.sender.unknown');
  return (
    <article
      className={styles.message}
      tabIndex={-1}
      aria-label={label(sender, time(shownTime(message, timing)))}
      data-message-id={message.id}
      data-direction={message.direction}
      data-status={message.status}
      data-kind={message.kind}
      data-owner={owner}
      data-first={first}
      data-last={last}
    >
      {first && owner === 'colleague' && (
        <div className={styles.sender} dir="auto">
          {sender}
        </div>
      )}
      <Bubble row={row} marked={marked} />
      {(message.reactions.length > 0 || message.reactionSend) && <Reactions message={message} />}
      {isOpen(message) && <FailureLine message={message} />}
    </article>
  );
}
