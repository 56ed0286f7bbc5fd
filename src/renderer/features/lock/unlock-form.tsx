import type { FormEvent } from 'react';
import { Form, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
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
      <Field
        name="password"
        type="password"
        label={t('lock.password')}
        missing={t('lock.password.missing')}
        isRequired
        autoFocus
        autoComplete="current-password"
        isReadOnly={busy}
      >
        <Input spellCheck={false} />
      </Field>
      {refusal !== null && <FormRefusal message={refusal} />}
      <Button type="submit" look="primary" size="large" wide isDisabled={busy}>
        {busy && <Spinner />}
        {t(busy ? 'lock.busy' : 'lock.unlock')}
      </Button>
    </Form>
  );
}
