import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { useAnnounce } from '../../state/hooks.ts';
import styles from './notices.module.css';

interface NoticeWordsProps {
  readonly words: string;
  /** The sentence has only their beginning. */
  readonly isCut: boolean;
  readonly isShown: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly onCopied: () => void;
}

/** Ways to words of the agent that stand nowhere but in this notice. */
export function NoticeWords({ words, isCut, isShown, onShow, onCopied }: NoticeWordsProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const copy = () => {
    const copied = copyText(words);
    announce(t(copied ? 'notices.words.copied' : 'notices.words.not-copied'));
    if (copied) onCopied();
  };
  return (
    <>
      {isCut && (
        <Button look="quiet" size="small" aria-expanded={isShown} onPress={() => onShow(!isShown)}>
          {t(isShown ? 'notices.words.hide' : 'notices.words.show')}
        </Button>
      )}
      <Button look="quiet" size="small" onPress={copy}>
        {t('notices.words.copy')}
      </Button>
    </>
  );
}

/** The whole words, to be read and selected. */
export function WholeWords({ words }: Pick<NoticeWordsProps, 'words'>) {
  const { t } = useTranslation();
  return (
    <section className={styles.words} aria-label={t('notices.words')} dir="auto">
      {words}
    </section>
  );
}
