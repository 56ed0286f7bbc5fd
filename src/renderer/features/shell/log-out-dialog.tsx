import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useClient, useDesk } from '../../state/hooks.ts';
import { myInteractions } from '../../state/selectors.ts';
import { OpenWork } from './open-work.tsx';

export interface LogOutDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before logging out, and says what becomes of the work in the agent's hands (UI-12). */
export function LogOutDialog({ open, onClose }: LogOutDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const held = useDesk((model) => myInteractions(model).map(({ interaction }) => interaction.id));
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
          <Button look={held.length > 0 ? 'danger' : 'primary'} onPress={logOut}>
            {t('log-out.confirm')}
          </Button>
        </>
      }
    >
      {held.length > 0 ? <OpenWork interactionIds={held} /> : <p>{t('log-out.nothing-open')}</p>}
    </Dialog>
  );
}
