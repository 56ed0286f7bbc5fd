import styles from './spinner.module.css';

/** Something is under way; the words beside it say what. With reduced motion it turns slowly. */
export function Spinner({ size = 'medium' }: { readonly size?: 'small' | 'medium' | 'large' }) {
  return <span className={styles.spinner} data-size={size} aria-hidden="true" />;
}
