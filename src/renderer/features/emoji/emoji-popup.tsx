import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../components/spinner.tsx';
import styles from './emoji-popup.module.css';
import { colour } from './picker-colours.ts';
import { useTeamEmoji } from './use-team-emoji.ts';

export interface EmojiPopupProps {
  readonly interactionId: string;
  readonly onPick: (emoji: string) => void;
  /** Escape, or a press elsewhere. */
  readonly onClose: (why: 'escape' | 'outside') => void;
}

/** Columns, and what one takes, px; beside them the picker needs room for its edge and the scrollbar. */
const MOST_COLUMNS = 9;
const COLUMN = 36;
const EDGE = 44;

/** The emoji to choose from, above the place that has it. Loaded when it is first asked for, so that starts stay quick. */
export function EmojiPopup({ interactionId, onPick, onClose }: EmojiPopupProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  const { place, loading } = usePicker(interactionId, onPick);
  const closeOutside = useEffectEvent((event: PointerEvent) => {
    if (!event.composedPath().includes(popup.current as EventTarget)) onClose('outside');
  });
  useEffect(() => {
    const listener = (event: PointerEvent) => closeOutside(event);
    document.addEventListener('pointerdown', listener);
    return () => document.removeEventListener('pointerdown', listener);
  }, []);
  // Until the picker is loaded and takes the focus, Escape must reach the popup, and keys must not reach the text.
  useEffect(() => popup.current?.focus(), []);
  // While it goes down: the search of the picker keeps every key to itself.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose('escape');
  };
  return (
    <div
      ref={popup}
      className={styles.popup}
      role="dialog"
      aria-label={t('emoji.label')}
      tabIndex={-1}
      onKeyDownCapture={onKeyDownCapture}
    >
      <div ref={place} className={styles.place} />
      {loading && <Spinner />}
    </div>
  );
}

function usePicker(interactionId: string, onPick: (emoji: string) => void) {
  const { t, i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [loading, setLoading] = useState(true);
  const team = useTeamEmoji(interactionId);
  const pick = useEffectEvent(onPick);
  const create = useEffectEvent((createPicker: typeof import('./desk-picker.ts').createPicker) => {
    const room = place.current?.parentElement?.offsetParent?.clientWidth ?? 0;
    return createPicker({
      language: i18n.language,
      dark: getComputedStyle(document.documentElement).colorScheme === 'dark',
      team,
      teamTitle: t('emoji.team'),
      perLine: Math.max(5, Math.min(MOST_COLUMNS, Math.floor((room - EDGE) / COLUMN))),
      onPick: (emoji) => pick(emoji),
    });
  });
  useEffect(() => {
    let gone = false;
    let picker: HTMLElement | undefined;
    void import('./desk-picker.ts').then(({ createPicker }) => {
      if (gone) return;
      picker = create(createPicker);
      colour(picker);
      place.current?.append(picker);
      setLoading(false);
    });
    return () => {
      gone = true;
      picker?.remove();
    };
  }, []);
  return { place, loading };
}
