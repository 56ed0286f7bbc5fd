import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ChordKeys } from '../../shortcuts/chord-keys.tsx';
import { useChordText, useShortcut } from '../../shortcuts/hooks.ts';
import styles from './palette.module.css';
import { PaletteDialog } from './palette-dialog.tsx';
import { useCommandEntries } from './use-command-entries.tsx';
import { useDeskEntries } from './use-desk-entries.tsx';
import { useInteractionEntries } from './use-interaction-entries.tsx';
import { useLookEntries } from './use-look-entries.tsx';
import { useViewEntries } from './use-view-entries.tsx';

export interface PaletteProps {
  /** Logging out asks first; whoever has the question says how. */
  readonly onLogOut: () => void;
}

/** The field of the top bar that finds everything (UI-1), and what it opens. */
export function Palette({ onLogOut }: PaletteProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const keys = useChordText('application.palette');
  useShortcut('application.palette', () => setOpen(true));
  return (
    <>
      <Button className={styles.opener ?? ''} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        <Search aria-hidden="true" />
        <span className={styles.openerText}>{t('palette.open')}</span>
        {keys !== '' && (
          <span className={styles.openerKeys} aria-hidden="true">
            <ChordKeys chord={keys} />
          </span>
        )}
      </Button>
      {open && <Everything onClose={() => setOpen(false)} onLogOut={onLogOut} />}
    </>
  );
}

/** All that can be done and opened now. */
function Everything({ onLogOut, onClose }: PaletteProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const interactions = useInteractionEntries();
  const commands = useCommandEntries();
  const desk = useDeskEntries(onLogOut);
  const looks = useLookEntries();
  const views = useViewEntries();
  const entries = [...interactions, ...commands, ...desk, ...looks, ...views];
  return (
    <PaletteDialog
      title={t('palette.title')}
      placeholder={t('palette.placeholder')}
      entries={entries}
      onClose={onClose}
    />
  );
}
