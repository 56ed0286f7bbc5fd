import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ChordKeys } from '../../shortcuts/chord-keys.tsx';
import { useChordText, useShortcut } from '../../shortcuts/hooks.ts';
import styles from './palette.module.css';
import { PaletteDialog, type PaletteDialogProps } from './palette-dialog.tsx';

export type PaletteProps = Pick<PaletteDialogProps, 'onLogOut'>;

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
      {open && <PaletteDialog onClose={() => setOpen(false)} onLogOut={onLogOut} />}
    </>
  );
}
