import type { Message } from '#shared/domain/message.ts';
import { EmojiPopup } from '../../emoji/index.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './more-reactions.module.css';
import { useMessageActions } from './use-message-actions.ts';

export interface MoreReactionsProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** All emoji to react with; then the focus goes back to the message. */
export function MoreReactions({ message, onClose }: MoreReactionsProps) {
  const { interactionId } = useConversation();
  const { react } = useMessageActions(message);
  const close = () => {
    onClose();
    focusMessage(message.id);
  };
  const pick = (emoji: string) => {
    react(emoji);
    close();
  };
  return (
    <div className={styles.place}>
      <EmojiPopup
        interactionId={interactionId}
        onPick={pick}
        onClose={(why) => (why === 'escape' ? close() : onClose())}
      />
    </div>
  );
}

function focusMessage(id: string): void {
  document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}
