import { type KeyboardEvent, useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCustomerNameOf } from '../../plugins/display-names.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { openInteraction } from '../../state/ui-store.ts';
import styles from './interaction-list.module.css';
import { InteractionRow } from './interaction-row.tsx';
import { ListEmpty } from './list-empty.tsx';
import { Offers } from './offers.tsx';
import { useKeyHints } from './use-key-hints.ts';
import { useMyInteractionIds, useSelectedId } from './use-my-interactions.ts';

/** The agent's interactions, the longest waiting on top, and above them what is offered (UI-1). */
export function InteractionList() {
  const { t } = useTranslation();
  useKeyHints();
  const ids = useMyInteractionIds();
  const restoring = useDesk((model) => model.session.phase === 'restoring');
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2>{t('list.label')}</h2>
        {ids.length > 1 && <span className={styles.order}>{t('list.order')}</span>}
      </header>
      {restoring && ids.length > 0 && <p className={styles.restoring}>{t('list.restoring')}</p>}
      <div className={styles.scroller}>
        <Offers />
        {ids.length === 0 ? <ListEmpty /> : <List ids={ids} />}
      </div>
    </div>
  );
}

/** The option under the keyboard focus. */
function optionAt(event: KeyboardEvent): string | undefined {
  return event.target instanceof HTMLElement
    ? event.target.closest<HTMLElement>('[role="option"]')?.dataset.key
    : undefined;
}

function List({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const selected = useSelectedId();
  const items = useMemo(() => ids.map((id) => ({ id })), [ids]);
  // Enter opens and goes on to the composer, also for the entry that is open already; a click only opens.
  const openByKey = (event: KeyboardEvent) => {
    const id = event.key === 'Enter' && !event.nativeEvent.isComposing ? optionAt(event) : undefined;
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    openInteraction(ui, id, true);
  };
  return (
    <div role="presentation" onKeyDownCapture={openByKey}>
      <ListBox
        aria-label={t('list.label')}
        className={styles.list ?? ''}
        items={items}
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'string') openInteraction(ui, key, false);
        }}
      >
        {({ id }) => <Entry interactionId={id} />}
      </ListBox>
    </div>
  );
}

function Entry({ interactionId }: { readonly interactionId: string }) {
  const name = useCustomerNameOf(interactionId);
  return (
    <ListBoxItem id={interactionId} textValue={name} className={styles.item ?? ''}>
      <InteractionRow interactionId={interactionId} />
    </ListBoxItem>
  );
}
