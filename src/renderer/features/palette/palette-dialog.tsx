import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './palette.module.css';
import { inGroups, type PaletteEntry } from './palette-entry.ts';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteList } from './palette-list.tsx';
import { rank } from './rank.ts';
import { useCommandEntries } from './use-command-entries.tsx';
import { useDeskEntries } from './use-desk-entries.tsx';
import { useInteractionEntries } from './use-interaction-entries.tsx';
import { useViewEntries } from './use-view-entries.tsx';

export interface PaletteDialogProps {
  /** Logging out asks first; whoever has the question says how. */
  readonly onLogOut: () => void;
  readonly onClose: () => void;
}

/** Everything that can be done and opened now, found as the agent types. */
export function PaletteDialog({ onClose, onLogOut }: PaletteDialogProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const entries = useEntries(onLogOut);
  const groups = inGroups(rank(entries, query));
  const choose = (entry: PaletteEntry) => {
    onClose();
    afterFocusIsBack(entry.run);
  };
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('palette.title')}>
          <PaletteList query={query} onQuery={setQuery} groups={groups} onChoose={choose} />
          <PaletteFoot />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useEntries(onLogOut: () => void): readonly PaletteEntry[] {
  const interactions = useInteractionEntries();
  const commands = useCommandEntries();
  const views = useViewEntries();
  return [...interactions, ...commands, ...useDeskEntries(onLogOut), ...views];
}

/** A closing dialog gives the focus back in the next frame; what leads elsewhere must come after. */
function afterFocusIsBack(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
