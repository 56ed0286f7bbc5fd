import { Smile } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button.tsx';
import { useShortcut } from '../../../shortcuts/hooks.ts';
import { EmojiPopup } from '../../emoji/index.ts';

export interface EmojiButtonProps {
  readonly interactionId: string;
  readonly onPick: (emoji: string) => void;
  /** The emoji were left without choosing one: the focus goes back to the text. */
  readonly onLeave: () => void;
}

/** Opens the emoji to choose from (UI-5). */
export function EmojiButton({ interactionId, onPick, onLeave }: EmojiButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut('composer.emoji', () => setOpen(true));
  const close = (why: 'escape' | 'outside') => {
    setOpen(false);
    if (why === 'escape') onLeave();
  };
  const pick = (emoji: string) => {
    setOpen(false);
    onPick(emoji);
  };
  return (
    // A press on the button while the emoji are there is no press elsewhere: it closes them once.
    <span onPointerDown={(event) => open && event.nativeEvent.stopPropagation()}>
      <IconButton
        label={t('emoji.button')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => (open ? close('escape') : setOpen(true))}
      >
        <Smile />
      </IconButton>
      {open && <EmojiPopup interactionId={interactionId} onPick={pick} onClose={close} />}
    </span>
  );
}
