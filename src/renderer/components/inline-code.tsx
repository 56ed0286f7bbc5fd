import styles from './inline-code.module.css';

/** A sentence in which `words between backticks` are code, as descriptions of options are written. */
export function InlineCode({ text }: { readonly text: string }) {
  const parts = text.split('`');
  // An odd number of backticks leaves one without a partner: that one is text.
  const paired = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('`')];
  return paired.map((part, index) => {
    if (index % 2 === 0) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in a text that does not change.
      <code key={index} className={styles.code}>
        {part}
      </code>
    );
  });
}
