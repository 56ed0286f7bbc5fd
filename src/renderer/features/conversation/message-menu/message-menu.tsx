import { Copy, History, Link, NotebookPen, Reply } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { ContextMenu, type MenuPlace } from '../../../components/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../../components/menu.tsx';
import { useInteraction } from '../../../state/hooks.ts';
import { useMayNote, useReplyPrivilege } from '../../../state/privileges.ts';
import { useConversation } from '../conversation-context.ts';
import { mayQuote, mayReact } from './may-answer.ts';
import { QuickReactions } from './quick-reactions.tsx';
import { useMessageActions } from './use-message-actions.ts';
import type { MessageTarget } from './use-message-menu.ts';

export interface MessageMenuProps {
  readonly message: Message;
  readonly target: MessageTarget;
  readonly place: MenuPlace;
  readonly onClose: () => void;
  readonly onOriginals: () => void;
  readonly onMoreEmoji: () => void;
}

/** What can be done with a message where it stands (UI-3); what cannot is not there. */
export function MessageMenu({ message, target, place, onClose, onOriginals, onMoreEmoji }: MessageMenuProps) {
  const { t } = useTranslation();
  const { open } = useConversation();
  const mayNote = useMayNote() && open;
  const actions = useMessageActions(message);
  const { quote, react } = useMay(message);
  const { link, selection } = target;
  const words = selection === '' ? message.text : selection;
  const hasText = words !== '' && message.revokedAt === null;
  return (
    <ContextMenu
      label={t('message-menu.label', { sender: message.sender.name || t('conversation.sender.unknown') })}
      place={place}
      onClose={onClose}
    >
      {react && <QuickReactions message={message} onReact={actions.react} onMore={onMoreEmoji} />}
      {react && <MenuSeparator />}
      {quote && <MenuItem id="reply" icon={<Reply />} label={t('message-menu.reply')} onAction={actions.reply} />}
      {hasText && (
        <MenuItem
          id="copy"
          icon={<Copy />}
          label={t(selection === '' ? 'message-menu.copy' : 'message-menu.copy.selection')}
          onAction={() => actions.copy(words)}
        />
      )}
      {link !== undefined && (
        <MenuItem id="link" icon={<Link />} label={t('message-menu.copy.link')} onAction={() => actions.copy(link)} />
      )}
      {mayNote && message.revokedAt === null && (
        <MenuItem id="note" icon={<NotebookPen />} label={t('message-menu.note')} onAction={actions.note} />
      )}
      {message.revisions.length > 0 && (
        <MenuItem id="original" icon={<History />} label={t('message-menu.original')} onAction={onOriginals} />
      )}
    </ContextMenu>
  );
}

function useMay(message: Message): { readonly quote: boolean; readonly react: boolean } {
  const { interactionId, views, open } = useConversation();
  const interaction = useInteraction(interactionId)?.interaction;
  const { granted } = useReplyPrivilege(interactionId);
  if (!interaction) return { quote: false, react: false };
  const facts = { message, interaction, answers: open && granted && views.unanswerable?.(interaction) === undefined };
  return { quote: mayQuote(facts), react: mayReact(facts) };
}
