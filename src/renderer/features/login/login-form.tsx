import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Form, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LONGEST_PLACE } from '#shared/protocol/login.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useDesk, useOption } from '../../state/hooks.ts';
import styles from './login-form.module.css';
import type { Login } from './use-login.ts';

/** Server, user, password, and the place where it is asked for; a refusal stands above the button that was pressed. */
export function LoginForm({ login }: { readonly login: Login }) {
  const { t } = useTranslation();
  const known = useDesk((model) => model.connection.serverUrl);
  const trial = useDesk((model) => model.session.trial);
  const asksPlace = useOption('login.prompt-place', 'false').toLowerCase() === 'true';
  const busy = login.busy !== null;
  const byForm = busy && login.way === 'form';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? '').trim();
    const serverUrl = read('server');
    const password = String(fields.get('password') ?? '');
    const server = serverUrl === '' ? {} : { serverUrl };
    login.logIn({ agent: read('user'), password, ...server, ...(asksPlace ? { place: read('place') } : {}) }, 'form');
  };
  return (
    <Form className={styles.form ?? ''} onSubmit={submit}>
      {!trial && (
        <Field name="server" type="url" label={t('login.server')} defaultValue={known} isDisabled={busy}>
          <Input placeholder="https://" spellCheck={false} autoCapitalize="off" />
        </Field>
      )}
      <Field
        name="user"
        label={t('login.user')}
        missing={t('login.user.missing')}
        isRequired
        autoFocus={!trial}
        autoComplete="username"
        isDisabled={busy}
      >
        <Input spellCheck={false} autoCapitalize="off" />
      </Field>
      <PasswordField disabled={busy} />
      {asksPlace && <PlaceField disabled={busy} />}
      {login.refusal?.way === 'form' && <FormRefusal message={login.refusal.message} />}
      <Button type="submit" look={trial ? 'secondary' : 'primary'} size="large" wide isDisabled={busy}>
        {byForm && <Spinner />}
        {t(byForm ? 'login.busy' : 'login.submit')}
      </Button>
    </Form>
  );
}

/** Where the agent sits; begins with the place last used on this computer. */
function PlaceField({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const offered = useDesk((model) => model.session.place);
  return (
    <Field name="place" label={t('login.place')} defaultValue={offered} maxLength={LONGEST_PLACE} isDisabled={disabled}>
      <Input />
    </Field>
  );
}

function PasswordField({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field
      name="password"
      label={t('login.password')}
      type={shown ? 'text' : 'password'}
      autoComplete="current-password"
      isDisabled={disabled}
    >
      <span className={styles.password}>
        <Input spellCheck={false} />
        <IconButton label={t(shown ? 'login.password.hide' : 'login.password.show')} onPress={() => setShown(!shown)}>
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      </span>
    </Field>
  );
}
