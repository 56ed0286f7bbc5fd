import { CircleAlert } from 'lucide-react';
import styles from './form-refusal.module.css';

/** Why what was filled in was refused; spoken at once. Stands above the button that was pressed. */
export function FormRefusal({ message }: { readonly message: string }) {
  return (
    <p className={styles.refusal} role="alert">
      <CircleAlert aria-hidden="true" />
      {message}
    </p>
  );
}
