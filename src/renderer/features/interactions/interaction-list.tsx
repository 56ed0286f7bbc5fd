import { PanelLeftClose } from 'lucide-react';
import { useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import { useContextMenu } from '../../components/use-context-menu.ts';
import { useCustomerNameOf } from '../../plugins/display-names.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { openInteraction } from '../../state/ui-store.ts';
import { EntryMenu } from './entry-menu.tsx';
import styles from './interaction-list.module.css';
import { InteractionRow } from './interaction-row.tsx';
import { ListEmpty } from './list-empty.tsx';
import { ListOrder } from './list-order.tsx';
import { Offers } from './offers.tsx';
import { useChooseAgain } from './use-choose-again.ts';
import { type Dragging, entryAt, useDragEntries } from './use-drag-entries.ts';
import { useKeyHints } from './use-key-hints.ts';
import { useMyInteractionIds, useSelectedId } from './use-my-interactions.ts';

/** The agent's interactions, the longest waiting on top, and above them what is offered (UI-1). */
export function InteractionList({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation();
  useKeyHints();
  const ids = useMyInteractionIds();
  const restoring = useDesk((model) => model.session.phase === 'restoring');
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2>{t('list.label')}</h2>
          {ids.length > 1 && <ListOrder />}
        </div>
        <span className={styles.hide}>
          <IconButton label={t('list.hide')} onPress={onHide}>
            <PanelLeftClose />
          </IconButton>
        </span>
      </header>
      {restoring && ids.length > 0 && <p className={styles.restoring}>{t('list.restoring')}</p>}
      <div className={styles.scroller}>
        <Offers />
        {ids.length === 0 ? <ListEmpty /> : <List ids={ids} />}
      </div>
    </div>
  );
}

function List({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const selected = useSelectedId();
  const { dragging, handlers } = useDragEntries();
  const choose = useChooseAgain(selected);
  const items = useMemo(() => ids.map((id) => ({ id })), [ids]);
  const menu = useContextMenu((target) => {
    const element = entryAt(target) ?? undefined;
    const about = element?.dataset.key;
    return element && about !== undefined ? { element, about } : undefined;
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what its entries do not take
    <div
      role="presentation"
      onKeyDownCapture={(event) => {
        menu.onKeyDown(event);
        choose.onKeyDown(event);
      }}
      onMouseDownCapture={choose.onMouseDown}
      onClickCapture={choose.onClick}
      onContextMenu={menu.onContextMenu}
      {...handlers}
    >
      <ListBox
        aria-label={t('list.label')}
        className={styles.list ?? ''}
        items={items}
        dependencies={[dragging]}
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'string') openInteraction(ui, key, false);
        }}
      >
        {({ id }) => <Entry interactionId={id} dragging={dragging} />}
      </ListBox>
      {menu.open && <EntryMenu interactionId={menu.open.about} place={menu.open.place} onClose={menu.close} />}
    </div>
  );
}

interface EntryProps {
  readonly interactionId: string;
  readonly dragging: Dragging | null;
}

function Entry({ interactionId, dragging }: EntryProps) {
  const name = useCustomerNameOf(interactionId);
  const isTarget = dragging?.target === interactionId && dragging.id !== interactionId;
  return (
    <ListBoxItem
      id={interactionId}
      textValue={name}
      className={styles.item ?? ''}
      data-moving={dragging?.id === interactionId || undefined}
      data-drop={isTarget ? dragging.side : undefined}
    >
      <InteractionRow interactionId={interactionId} />
    </ListBoxItem>
  );
}
