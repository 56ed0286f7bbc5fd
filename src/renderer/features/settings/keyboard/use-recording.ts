import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unfitChord } from '#shared/commands/typing-chords.ts';
import { type KeyChord, keyChordText } from '#shared/options/key-chord.ts';
import { useIsMac } from '../../../shortcuts/hooks.ts';
import { recordedChord } from '../../../shortcuts/recorded-chord.ts';
import { useChordWords } from '../../../shortcuts/use-chord-words.ts';

export interface Recording {
  /** Keys are being waited for. */
  readonly active: boolean;
  /** Why the keys pressed last cannot be taken; empty while none were, or they can. */
  readonly refusal: string;
  /** The last one ended by a key: what stands here now takes the focus again. */
  readonly endedByKey: boolean;
  readonly start: () => void;
  /** The agent went elsewhere. */
  readonly leave: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Waits for keys and hands the first chord on that can be a shortcut; Escape and Tab end it. */
export function useRecording(onChord: (chord: string) => void): Recording {
  const { t } = useTranslation();
  const mac = useIsMac();
  const words = useChordWords();
  const [active, setActive] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [endedByKey, setEndedByKey] = useState(false);

  const set = (next: boolean, byKey: boolean) => {
    setActive(next);
    setEndedByKey(byKey);
    setRefusal('');
  };
  const refusalOf = (chord: KeyChord): string => {
    const unfit = unfitChord(chord, mac);
    if (unfit === undefined) return '';
    const keys = words(chord);
    return unfit === 'types' && mac ? t('keyboard.unfit.types.mac', { keys }) : t(`keyboard.unfit.${unfit}`, { keys });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const bare = !ctrlKey && !altKey && !metaKey;
    if (bare && (key === 'Escape' || key === 'Tab')) return set(false, true);
    // The keys are meant for this field: neither the page nor the window may act on them.
    event.preventDefault();
    event.stopPropagation();
    const chord = recordedChord(event.nativeEvent, mac);
    if (chord === undefined) return;
    const reason = refusalOf(chord);
    setRefusal(reason);
    if (reason !== '') return;
    set(false, true);
    onChord(keyChordText(chord));
  };
  return {
    active,
    refusal,
    endedByKey,
    start: () => set(true, false),
    leave: () => set(false, false),
    onKeyDown,
  };
}
