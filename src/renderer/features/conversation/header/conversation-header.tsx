import { PanelRight, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '#shared/domain/interaction.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { PendingIndicator } from '../../../components/pending-indicator.tsx';
import { numberOf } from '../../../plugins/contact-number.ts';
import { Region } from '../../../plugins/region.tsx';
import { useDesk, useInteractionOptions, usePrivilege } from '../../../state/hooks.ts';
import { privileges } from '../../../state/privileges.ts';
import { useConversation } from '../conversation-context.ts';
import { MarkDoneButton } from '../done/mark-done-button.tsx';
import type { WindowView } from '../window-state.ts';
import styles from './conversation-header.module.css';
import { NewSessionButton } from './new-session-button.tsx';
import { PopOutButton } from './pop-out-button.tsx';
import { WaitingChip } from './waiting-chip.tsx';
import { useWindowHint, WindowChip } from './window-chip.tsx';

export interface ConversationHeaderProps {
  readonly interaction: Interaction;
  readonly window: WindowView;
  readonly panelOpen: boolean;
  readonly onTogglePanel: () => void;
  readonly onSearch: () => void;
}

function Whereabouts({ interaction, window }: Pick<ConversationHeaderProps, 'interaction' | 'window'>) {
  const { views, contact } = useConversation();
  const channel = useDesk(
    (model) => model.session.directory.channels.find(({ name }) => name === interaction.channel)?.displayName,
  );
  const Icon = views.icon;
  const facts = [views.displayName, channel ?? interaction.channel, numberOf(contact)];
  return (
    <p className={styles.facts} title={useWindowHint(window)}>
      <Icon />
      {facts
        .filter((fact) => fact !== undefined)
        .map((fact) => (
          <span key={fact} className={styles.fact}>
            <bdi>{fact}</bdi>
          </span>
        ))}
    </p>
  );
}

/** Who it is, where, how long they wait, and what can be done. */
export function ConversationHeader({
  interaction,
  window,
  panelOpen,
  onTogglePanel,
  onSearch,
}: ConversationHeaderProps) {
  const { t } = useTranslation();
  const { views, contact, name, open } = useConversation();
  const mayMarkDone = usePrivilege(privileges.markDone);
  const maySeeContact = usePrivilege(privileges.contact);
  const options = useInteractionOptions(interaction.id);
  return (
    <header className={styles.header}>
      <Avatar name={name} id={contact.id} />
      <div className={styles.who}>
        <div className={styles.line}>
          <h1 className={styles.name} dir="auto" title={name}>
            {name}
          </h1>
          <PendingIndicator since={interaction.pendingSince} thresholds={views.pendingThresholds(options)} />
          <WaitingChip interaction={interaction} />
          <Region name="interaction.header" interaction={interaction} contact={contact} />
        </div>
        <div className={styles.line}>
          <Whereabouts interaction={interaction} window={window} />
          <WindowChip window={window} />
        </div>
      </div>
      <div className={styles.actions}>
        <Region name="interaction.toolbar" interaction={interaction} contact={contact} />
        <IconButton label={t('conversation.search')} onPress={onSearch}>
          <Search />
        </IconButton>
        {/* The contact in the panel has one of its own. */}
        {!(panelOpen && maySeeContact) && <NewSessionButton />}
        {open && <PopOutButton interactionId={interaction.id} />}
        <IconButton
          label={t(panelOpen ? 'conversation.panel.hide' : 'conversation.panel.show')}
          aria-expanded={panelOpen}
          onPress={onTogglePanel}
        >
          <PanelRight />
        </IconButton>
        {open && mayMarkDone && <MarkDoneButton interactionId={interaction.id} />}
      </div>
    </header>
  );
}
