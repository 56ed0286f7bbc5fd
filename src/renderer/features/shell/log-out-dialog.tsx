import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useClient, useDesk } from '../../state/hooks.ts';
import { myInteractions } from '../../state/selectors.ts';

export interface LogOutDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before logging out, and says what stays in the agent's hands (UI-12). */
export function LogOutDialog({ open, onClose }: LogOutDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const held = useDesk((model) => myInteractions(model).length);
  const logOut = () => {
    onClose();
    void client.perform('application.log-out', {});
  };
  return (
    <Dialog
      title={t('log-out.title')}
      open={open}
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{t('log-out.cancel')}</Button>
          <Button look={held > 0 ? 'danger' : 'primary'} onPress={logOut}>
            {t('log-out.confirm')}
          </Button>
        </>
      }
    >
      {held > 0 ? (
        <p>
          {t('log-out.open', { count: held })} {t('log-out.hint')}
        </p>
      ) : (
        <p>{t('log-out.nothing-open')}</p>
      )}
    </Dialog>
  );
}
