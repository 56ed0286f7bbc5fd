import { Plus } from 'lucide-react';
import { MenuItem, MenuSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { ownReaction } from './may-answer.ts';
import styles from './quick-reactions.module.css';

/** As the phone offers them. */
const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

export interface QuickReactionsProps {
  readonly message: Message;
  readonly onReact: (emoji: string) => void;
  readonly onMore: () => void;
}

/** A row of emoji on top of a message's menu; the one that stands at the message already is pressed to take it back. */
export function QuickReactions({ message, onReact, onMore }: QuickReactionsProps) {
  const { t } = useTranslation();
  const own = ownReaction(message);
  const offered = own === '' || QUICK.some((emoji) => emoji === own) ? QUICK : [...QUICK.slice(0, -1), own];
  return (
    <MenuSection className={styles.row ?? ''} data-row aria-label={t('message-menu.react.more')}>
      {offered.map((emoji) => {
        const label = t(emoji === own ? 'message-menu.react.back' : 'message-menu.react', { emoji });
        return (
          <MenuItem
            key={emoji}
            id={`react-${emoji}`}
            className={styles.emoji ?? ''}
            aria-label={label}
            textValue={label}
            data-own={emoji === own}
            onAction={() => onReact(emoji)}
          >
            {emoji}
          </MenuItem>
        );
      })}
      <MenuItem
        id="react-more"
        className={styles.emoji ?? ''}
        aria-label={t('message-menu.react.more')}
        textValue={t('message-menu.react.more')}
        onAction={onMore}
      >
        <Plus aria-hidden="true" />
      </MenuItem>
    </MenuSection>
  );
}
