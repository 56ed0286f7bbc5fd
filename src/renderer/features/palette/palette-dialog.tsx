import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import styles from './palette.module.css';
import { inGroups, type PaletteEntry } from './palette-entry.ts';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteList } from './palette-list.tsx';
import { rank } from './rank.ts';
export interface PaletteDialogProps {
  readonly title: string;
  /** Says what can be typed. */
  readonly placeholder: string;
  readonly entries: readonly PaletteEntry[];
  readonly onClose: () => void;
}

/** Entries that are found as the agent types. */
export function PaletteDialog({ title, placeholder, entries, onClose }: PaletteDialogProps) {
  const [query, setQuery] = useState('');
  const groups = inGroups(rank(entries, query));
  const choose = (entry: PaletteEntry) => {
    onClose();
    afterFocusIsBack(entry.run);
  };
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={title}>
          <PaletteList {...{ title, placeholder, query, groups }} onQuery={setQuery} onChoose={choose} />
          <PaletteFoot />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A closing dialog gives the focus back in the next frame; what leads elsewhere must come after. */
function afterFocusIsBack(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
