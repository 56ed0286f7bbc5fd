import { CircleAlert } from 'lucide-react';
import type { FormEvent } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import styles from './lock-page.module.css';
import type { Unlock } from './use-unlock.ts';

export interface UnlockFormProps {
  readonly unlock: Unlock;
  /** Whose password is asked for. */
  readonly who: string;
}

/** The agent's password; a refusal stands above the button that was pressed. */
export function UnlockForm({ unlock: { busy, refusal, unlock }, who }: UnlockFormProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    unlock(String(new FormData(form).get('password') ?? ''), () => {
      form.reset();
      // The button that was pressed is off meanwhile, and the focus with it.
      form.querySelector('input')?.focus();
    });
  };
  return (
    <Form className={styles.form ?? ''} onSubmit={submit}>
      <p className={styles.who}>{who}</p>
      <TextField
        name="password"
        type="password"
        isRequired
        autoFocus
        autoComplete="current-password"
        isReadOnly={busy}
        className={styles.field ?? ''}
      >
        <Label>{t('lock.password')}</Label>
        <Input spellCheck={false} />
        <FieldError className={styles.missing ?? ''}>{t('lock.password.missing')}</FieldError>
      </TextField>
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          <CircleAlert aria-hidden="true" />
          {refusal}
        </p>
      )}
      <Button type="submit" look="primary" size="large" wide isDisabled={busy}>
        {busy && <Spinner />}
        {t(busy ? 'lock.busy' : 'lock.unlock')}
      </Button>
    </Form>
  );
}
