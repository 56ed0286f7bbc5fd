import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { useCommandEntries } from './use-command-entries.tsx';
import { useLookEntries } from './use-look-entries.tsx';

/** What can be done in a window of one interaction (UI-1): its commands and the looks, nothing that leads elsewhere. */
export function InteractionPalette() {
  const [open, setOpen] = useState(false);
  useShortcut('application.palette', () => setOpen(true));
  return open && <Commands onClose={() => setOpen(false)} />;
}

function Commands({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const entries = [...useCommandEntries(), ...useLookEntries()];
  return (
    <PaletteDialog
      title={t('palette.group.commands')}
      placeholder={t('palette.placeholder.commands')}
      entries={entries}
      onClose={onClose}
    />
  );
}
