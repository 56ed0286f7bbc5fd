import { useTranslation } from 'react-i18next';
import { parseKeyChord } from '#shared/options/key-chord.ts';
import { Kbd } from '../components/kbd.tsx';
import styles from './chord-keys.module.css';
import { useIsMac } from './hooks.ts';
import { keyNames } from './key-names.ts';

/** A chord as keys, in the words of the language; the text itself when it is none. */
export function ChordKeys({ chord }: { readonly chord: string }) {
  const { t } = useTranslation();
  const mac = useIsMac();
  const parsed = parseKeyChord(chord);
  if (!parsed.ok) return <>{chord}</>;
  const names = keyNames(parsed.value, mac).map((name) => ('text' in name ? t(name.text) : name.sign));
  return (
    <span className={styles.keys}>
      {names.map((name) => (
        <Kbd key={name}>{name}</Kbd>
      ))}
    </span>
  );
}
