import { type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './marked-codes.module.css';
import { piecesOf } from './unresolved.ts';

export interface MarkedCodesProps {
  /** The text box it lies under. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
}

/** Colours under a text box what nobody has filled in yet (UI-6): a text box itself cannot mark a part of its text. */
export function MarkedCodes({ field, text }: MarkedCodesProps) {
  const mirror = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const follow = () => {
      if (mirror.current) mirror.current.scrollTop = element.scrollTop;
    };
    follow();
    element.addEventListener('scroll', follow);
    return () => element.removeEventListener('scroll', follow);
  });
  return (
    <div ref={mirror} className={styles.mirror} aria-hidden="true" dir="auto">
      {piecesOf(text).map((piece, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        piece.code ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
      {/* A last empty line has its height in a text box, too. */}
      {text.endsWith('\n') && ' '}
    </div>
  );
}
