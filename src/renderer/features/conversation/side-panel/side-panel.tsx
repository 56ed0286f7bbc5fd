import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import { Splitter } from '../../../components/splitter.tsx';
import { usePanelWidth } from '../../../components/use-panel-width.ts';
import { Region } from '../../../plugins/region.tsx';
import { usePrivilege } from '../../../state/hooks.ts';
import { privileges } from '../../../state/privileges.ts';
import { CaseSection } from './case-section.tsx';
import { ContactSection } from './contact-section.tsx';
import styles from './side-panel.module.css';

const WIDTH = {
  remembered: 'replydesk.side-panel-width',
  property: '--side-panel-width',
  narrowest: 14,
  widest: 32,
  initial: 18.5,
} as const;

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
  const width = usePanelWidth<HTMLDivElement>(WIDTH);
  const panel = (
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
  if (over) return panel;
  return (
    <div className={styles.docked} ref={width.panel}>
      {panel}
      <Splitter label={t('panel.resize')} edge="start" {...width.splitter} />
    </div>
  );
}
