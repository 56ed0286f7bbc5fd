import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import { useCustomerName, useWindowTitle } from '../../plugins/display-names.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { Region } from '../../plugins/region.tsx';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useInteraction, usePrivilege } from '../../state/hooks.ts';
import { privileges, useReplyPrivilege } from '../../state/privileges.ts';
import { wantResponses } from '../../state/ui-store.ts';
import { useDocumentTitle } from '../../state/use-document-title.ts';
import { InteractiveBuilder } from '../interactive-builder/index.ts';
import { NotificationEditor } from '../notifications/index.ts';
import { Composer } from './composer/composer.tsx';
import { NoReply } from './composer/no-reply.tsx';
import { useComposerMode } from './composer/use-composer-mode.ts';
import styles from './conversation.module.css';
import { type ComposerHandle, ConversationContext, type ConversationFacts } from './conversation-context.ts';
import { ConversationHeader } from './header/conversation-header.tsx';
import { FailureBanner } from './notices/failure-banner.tsx';
import { StaleNotice } from './notices/stale-notice.tsx';
import { SearchBar } from './search/search-bar.tsx';
import { SidePanel } from './side-panel/side-panel.tsx';
import { showSidePanelTab, useSidePanel } from './side-panel/use-side-panel.ts';
import type { TranscriptHandle } from './transcript/transcript.tsx';
import { TranscriptArea } from './transcript/transcript-area.tsx';
import { useWindow } from './window-state.ts';

export interface ConversationProps {
  readonly interactionId: string;
}

function useFacts(view: InteractionView, jumpTo: (id: string) => void): ConversationFacts {
  const { interaction, contact } = view;
  const name = useCustomerName(view);
  const { id, mediaType, stage } = interaction;
  const { views } = useMediaType(mediaType);
  const agent = useDesk((model) => model.session.agent?.name);
  const open = stage === 'assigned' && (interaction.agent === null || interaction.agent === agent);
  const [retried, setRetried] = useState<ReadonlySet<string>>(new Set());
  const composer = useRef<ComposerHandle>(null);
  const noteRetry = useCallback((messageId: string) => setRetried((before) => new Set(before).add(messageId)), []);
  return useMemo(
    () => ({ interactionId: id, views, contact, name, agent, open, jumpTo, retried, noteRetry, composer }),
    [id, views, contact, name, agent, open, jumpTo, retried, noteRetry],
  );
}

function Opened({ view }: { readonly view: InteractionView }) {
  const { t } = useTranslation();
  const transcript = useRef<TranscriptHandle>(null);
  const jumpTo = useCallback((messageId: string) => transcript.current?.jumpTo(messageId), []);
  const facts = useFacts(view, jumpTo);
  const panel = useSidePanel();
  const reply = useReplyPrivilege(view.interaction.id);
  useShortcut('conversation.panel', panel.toggle);
  const { ui } = useServices();
  const mayUseResponses = usePrivilege(privileges.responses);
  useShortcut(
    'responses.open',
    () => {
      showSidePanelTab('responses');
      panel.show();
      wantResponses(ui);
    },
    mayUseResponses,
  );
  const [searching, setSearching] = useState(false);
  useShortcut('transcript.search', () => setSearching(true));
  const closeSearch = () => {
    setSearching(false);
    transcript.current?.focus();
  };
  useDocumentTitle(useWindowTitle(view, 'interaction.window-title'));
  const { interaction, contact, stale } = view;
  const window = useWindow(view, facts.views);
  const composer = useComposerMode(view, facts.views);
  const sidePanel = panel.open && (
    <SidePanel view={view} over={panel.over} mode={composer.mode} onClose={panel.close} />
  );
  return (
    <ConversationContext value={facts}>
      <div className={styles.conversation} ref={panel.place}>
        <main className={styles.main} aria-label={t('conversation.label', { name: facts.name })}>
          <ConversationHeader
            interaction={interaction}
            window={window}
            panelOpen={panel.open}
            onTogglePanel={panel.toggle}
            onSearch={() => setSearching(true)}
          />
          {searching && <SearchBar onClose={closeSearch} />}
          <div className={styles.body}>
            <TranscriptArea ref={transcript} />
            {stale && <StaleNotice />}
            <FailureBanner />
            <Region name="interaction.above-composer" interaction={interaction} contact={contact} />
            {reply.granted ? <Composer view={view} state={composer} /> : <NoReply privilege={reply.name} />}
            {panel.over && sidePanel}
          </div>
        </main>
        {!panel.over && sidePanel}
        <NotificationEditor view={view} />
        <InteractiveBuilder view={view} views={facts.views} />
      </div>
    </ConversationContext>
  );
}

/** One interaction at work: its transcript, composer and what is known about the customer (UI-1). */
export function Conversation({ interactionId }: ConversationProps) {
  const view = useInteraction(interactionId);
  // Each interaction begins anew: scroll position, composer and dialogs belong to it alone.
  return view ? <Opened key={interactionId} view={view} /> : null;
}
