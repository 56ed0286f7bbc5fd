import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useDesk } from '../../state/hooks.ts';
import styles from './login-form.module.css';
import { LoginRefusal } from './login-refusal.tsx';
import type { Login } from './use-login.ts';

/** Server, user and password; a refusal stands above the button that was pressed. */
export function LoginForm({ login }: { readonly login: Login }) {
  const { t } = useTranslation();
  const known = useDesk((model) => model.connection.serverUrl);
  const trial = useDesk((model) => model.session.trial);
  const busy = login.busy !== null;
  const byForm = busy && login.way === 'form';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? '').trim();
    const serverUrl = read('server');
    const password = String(fields.get('password') ?? '');
    login.logIn({ agent: read('user'), password, ...(serverUrl === '' ? {} : { serverUrl }) }, 'form');
  };
  return (
    <Form className={styles.form ?? ''} onSubmit={submit}>
      {!trial && (
        <TextField name="server" type="url" defaultValue={known} isDisabled={busy} className={styles.field ?? ''}>
          <Label>{t('login.server')}</Label>
          <Input placeholder="https://" spellCheck={false} autoCapitalize="off" />
        </TextField>
      )}
      <TextField
        name="user"
        isRequired
        autoFocus={!trial}
        autoComplete="username"
        isDisabled={busy}
        className={styles.field ?? ''}
      >
        <Label>{t('login.user')}</Label>
        <Input spellCheck={false} autoCapitalize="off" />
        <FieldError className={styles.error ?? ''}>{t('login.user.missing')}</FieldError>
      </TextField>
      <PasswordField disabled={busy} />
      {login.refusal?.way === 'form' && <LoginRefusal message={login.refusal.message} />}
      <Button type="submit" look={trial ? 'secondary' : 'primary'} size="large" wide isDisabled={busy}>
        {byForm && <Spinner />}
        {t(byForm ? 'login.busy' : 'login.submit')}
      </Button>
    </Form>
  );
}

function PasswordField({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      name="password"
      type={shown ? 'text' : 'password'}
      autoComplete="current-password"
      isDisabled={disabled}
      className={styles.field ?? ''}
    >
      <Label>{t('login.password')}</Label>
      <span className={styles.password}>
        <Input spellCheck={false} />
        <IconButton label={t(shown ? 'login.password.hide' : 'login.password.show')} onPress={() => setShown(!shown)}>
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      </span>
    </TextField>
  );
}
