import { Check, ChevronDown, Copy, ExternalLink, type LucideIcon, Phone, Reply } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyButton } from '#shared/domain/structured-body.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './structured-body.module.css';

/** More than this many are not shown by WhatsApp at once: two of them, and the way to all (31-cloud-api section 9). */
const MOST = 3;
const FIRST = 2;

const icons: Readonly<Record<BodyButton['type'], LucideIcon>> = {
  reply: Reply,
  url: ExternalLink,
  call: Phone,
  'copy-code': Copy,
};

export interface BodyButtonsProps {
  readonly buttons: readonly BodyButton[];
  readonly chosen: ReadonlySet<string>;
  /** Addresses are links, which the place around opens. */
  readonly linked: boolean;
}

const isChosen = (button: BodyButton, chosen: ReadonlySet<string>): boolean =>
  button.type === 'reply' && chosen.has(button.id);

/** What pressing it would do on the customer's phone, in words. */
function useWhat(): (button: BodyButton) => string {
  const { t } = useTranslation();
  return (button) => {
    switch (button.type) {
      case 'reply':
        return t('structured.button.reply');
      case 'url':
        return t('structured.button.url', { url: button.url });
      case 'call':
        return t('structured.button.call', { number: button.phoneNumber });
      case 'copy-code':
        return t('structured.button.copy-code', { code: button.code });
    }
  };
}

interface OptionButtonProps extends Pick<BodyButtonsProps, 'linked'> {
  readonly button: BodyButton;
  readonly isChosen: boolean;
  readonly isHidden: boolean;
}

/** One button as the customer has it; nobody but the customer can press it. */
function OptionButton({ button, isChosen: chosen, isHidden, linked }: OptionButtonProps) {
  const { t } = useTranslation();
  const what = useWhat()(button);
  const Icon = chosen ? Check : icons[button.type];
  const title = (
    <span className={styles.title} data-part="button" dir="auto">
      <MarkedText text={button.title} />
    </span>
  );
  return (
    <li className={styles.option} data-chosen={chosen} hidden={isHidden} title={chosen ? t('structured.chosen') : what}>
      <Icon aria-hidden="true" />
      {linked && button.type === 'url' ? (
        <a className={styles.link} href={button.url} title={button.url}>
          {title}
        </a>
      ) : (
        title
      )}
      <span className="visually-hidden">
        , {what}
        {chosen && `, ${t('structured.chosen')}`}
      </span>
    </li>
  );
}

/** Buttons under a text, one a line. Of more than three a phone shows two, and the others on demand. */
export function BodyButtons({ buttons, chosen, linked }: BodyButtonsProps) {
  const { t } = useTranslation();
  const many = buttons.length > MOST;
  // A choice among those that are not shown would not be seen.
  const [open, setOpen] = useState(() => buttons.slice(FIRST).some((button) => isChosen(button, chosen)));
  return (
    <>
      <ul className={styles.options} aria-label={t('structured.buttons')}>
        {buttons.map((button, index) => (
          <OptionButton
            // Titles may be equal, and buttons never change their order.
            key={String(index)}
            button={button}
            isChosen={isChosen(button, chosen)}
            isHidden={many && !open && index >= FIRST}
            linked={linked}
          />
        ))}
      </ul>
      {many && (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronDown aria-hidden="true" />
          {t(open ? 'structured.fewer-options' : 'structured.all-options')}
        </button>
      )}
    </>
  );
}
