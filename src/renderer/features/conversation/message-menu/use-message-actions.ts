import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { copyText } from '../../../components/copy-text.ts';
import { oneLine } from '../../../plugins/preview.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { addNotice, setQuote } from '../../../state/ui-store.ts';
import { useConversation } from '../conversation-context.ts';
import { useTimes } from '../times.ts';
import { ownReaction } from './may-answer.ts';
import { withLine } from './note-text.ts';

export interface MessageActions {
  readonly reply: () => void;
  /** Reacts with an emoji; with the one that stands there already, takes it back. */
  readonly react: (emoji: string) => void;
  readonly copy: (text: string) => void;
  /** Adds the message to the note that is saved with the interaction. */
  readonly note: () => void;
}

/** What can be done with one message. */
export function useMessageActions(message: Message): MessageActions {
  const { t } = useTranslation();
  const { ui, store, sync, client, announcer, ticker } = useServices();
  const { interactionId, views, name } = useConversation();
  const { date } = useTimes();
  // Customers have the name the organisation gives them; the message has what the provider called them.
  const sender = (message.direction === 'in' ? name : message.sender.name) || t('conversation.sender.unknown');
  const text = oneLine(message.text, views) || t(`kind.${message.kind}`);
  const say = (severity: 'info' | 'warning', sentence: string) =>
    addNotice(ui, { id: 'message-menu', severity, code: 'message-menu', message: sentence, at: ticker.now() });
  return {
    reply: () => {
      const { id, providerId } = message;
      if (providerId !== null) setQuote(ui, interactionId, { messageId: id, providerId, sender, text });
    },
    react: (emoji) => {
      const next = ownReaction(message) === emoji ? '' : emoji;
      const content = { kind: 'reaction', messageId: message.id, emoji: next } as const;
      void client.perform('interaction.send', { interactionId, content });
    },
    copy: (words) => {
      if (copyText(words)) announcer.announce(t('message-menu.copied'));
      else say('warning', t('message-menu.copy.failed'));
    },
    note: () => {
      const line = t('message-menu.note.line', { sender, date: date(message.arrivalTime), text });
      const note = withLine(store.getState().interactions.get(interactionId)?.note ?? '', line);
      if (note === undefined) return say('warning', t('message-menu.note.full', { name }));
      sync.setNote(interactionId, note);
      say('info', t('message-menu.noted', { name }));
    },
  };
}
