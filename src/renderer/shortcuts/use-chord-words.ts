import { useTranslation } from 'react-i18next';
import type { KeyChord } from '#shared/options/key-chord.ts';
import { useIsMac } from './hooks.ts';
import { keyNames } from './key-names.ts';

/** Writes a chord as part of a sentence: "Ctrl+Shift+K", on macOS "⇧⌘K". */
export function useChordWords(): (chord: KeyChord) => string {
  const { t } = useTranslation();
  const mac = useIsMac();
  return (chord) =>
    keyNames(chord, mac)
      .map((name) => ('text' in name ? t(name.text) : name.sign))
      .join(mac ? '' : '+');
}
