import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { ComposerMode } from '#shared/plugin-api/composer.ts';
import { Splitter } from '../../../components/splitter.tsx';
import { usePanelWidth } from '../../../components/use-panel-width.ts';
import { Region } from '../../../plugins/region.tsx';
import { usePrivilege } from '../../../state/hooks.ts';
import { privileges } from '../../../state/privileges.ts';
import { CaseSection } from './case-section.tsx';
import { ContactSection } from './contact-section.tsx';
import { ResponsesTab } from './responses-tab.tsx';
import styles from './side-panel.module.css';
import { useSidePanelTab } from './use-side-panel.ts';

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
  /** How the composer is: what of the responses can be put to use. */
  readonly mode: ComposerMode;
  readonly onClose: () => void;
}

/** What is known, from the customer down to the case. */
function Facts({ view }: Pick<SidePanelProps, 'view'>) {
  const { interaction, contact } = view;
  const maySeeContact = usePrivilege(privileges.contact);
  return (
    <>
      {maySeeContact && (
        <>
          <ContactSection />
          <Region name="contact.card" interaction={interaction} contact={contact} />
        </>
      )}
      <CaseSection view={view} />
      <Region name="interaction.case-data" interaction={interaction} contact={contact} />
      <Region name="interaction.side-panel" interaction={interaction} contact={contact} />
    </>
  );
}

function FactsOrResponses({ view, mode }: Pick<SidePanelProps, 'view' | 'mode'>) {
  const { t } = useTranslation();
  const { tab, choose } = useSidePanelTab();
  return (
    <Tabs className={styles.tabs ?? ''} selectedKey={tab} onSelectionChange={(key) => choose(String(key))}>
      <TabList className={styles.tabList ?? ''} aria-label={t('conversation.panel')}>
        <Tab id="facts" className={styles.tab ?? ''}>
          {t('conversation.panel.facts')}
        </Tab>
        <Tab id="responses" className={styles.tab ?? ''}>
          {t('responses')}
        </Tab>
      </TabList>
      <TabPanel id="facts" className={styles.tabPanel ?? ''}>
        <Facts view={view} />
      </TabPanel>
      <TabPanel id="responses" className={styles.tabPanel ?? ''}>
        <ResponsesTab view={view} mode={mode} />
      </TabPanel>
    </Tabs>
  );
}

/** Beside the conversation: what is known about customer and case, and the standard responses (UI-1). */
export function SidePanel({ view, over, mode, onClose }: SidePanelProps) {
  const { t } = useTranslation();
  const mayUseResponses = usePrivilege(privileges.responses);
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
      {mayUseResponses ? <FactsOrResponses view={view} mode={mode} /> : <Facts view={view} />}
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
