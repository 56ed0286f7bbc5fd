import { CircleAlert } from 'lucide-react';
import styles from './login-form.module.css';

/** Why an attempt was refused; spoken at once. */
export function LoginRefusal({ message }: { readonly message: string }) {
  return (
    <p className={styles.refusal} role="alert">
      <CircleAlert aria-hidden="true" />
      {message}
    </p>
  );
}
