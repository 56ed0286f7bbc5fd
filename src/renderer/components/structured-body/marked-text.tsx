import { useTranslation } from 'react-i18next';
import { cutAtParameters } from '#shared/rules/template-text.ts';
import styles from './structured-body.module.css';

function Missing({ parameter }: { readonly parameter: string }) {
  const { t } = useTranslation();
  return (
    <mark className={styles.missing} title={t('structured.missing')}>
      {parameter}
      <span className="visually-hidden"> ({t('structured.missing')})</span>
    </mark>
  );
}

/** A text in which parameters that nothing was filled into are marked (UI-7). */
export function MarkedText({ text }: { readonly text: string }) {
  const pieces = cutAtParameters(text);
  if (!pieces.some(({ missing }) => missing)) return text;
  // The pieces of a text never change their order: the place is the identity.
  return pieces.map((piece, index) =>
    piece.missing ? <Missing key={String(index)} parameter={piece.text} /> : piece.text,
  );
}
