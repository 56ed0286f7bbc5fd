import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import { Region } from '../../../plugins/region.tsx';
import { usePrivilege } from '../../../state/hooks.ts';
import { privileges } from '../../../state/privileges.ts';
import { CaseSection } from './case-section.tsx';
import { ContactSection } from './contact-section.tsx';
import styles from './side-panel.module.css';

export interface SidePanelProps {
  readonly view: InteractionView;
  /** It lies over the conversation, since the window is narrow. */
  readonly over: boolean;
  readonly onClose: () => void;
}

/** What is known about the customer and the case, beside the conversation. */
export function SidePanel({ view, over, onClose }: SidePanelProps) {
  const { t } = useTranslation();
  const { interaction, contact } = view;
  const maySeeContact = usePrivilege(privileges.contact);
  return (
    <aside
      className={styles.panel}
      data-over={over}
      aria-label={t('conversation.panel')}
      onKeyDown={(event) => {
        if (over && event.key === 'Escape') onClose();
      }}
    >
      {maySeeContact && (
        <>
          <ContactSection />
          <Region name="contact.card" interaction={interaction} contact={contact} />
        </>
      )}
      <CaseSection view={view} />
      <Region name="interaction.case-data" interaction={interaction} contact={contact} />
      <Region name="interaction.side-panel" interaction={interaction} contact={contact} />
    </aside>
  );
}
