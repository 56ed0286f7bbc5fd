import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { closeNewSession, type NewSession } from '../../state/ui-store.ts';
import { Begin, BeginActions } from './begin.tsx';
import { useBegin } from './use-begin.ts';
import type { Whom } from './whom.ts';
import { WhomSearch } from './whom-search.tsx';

export interface NewSessionDialogProps {
  readonly wanted: NewSession;
}

/** Asks whom to write to, where, and what the session begins with (WA-9). */
export function NewSessionDialog({ wanted }: NewSessionDialogProps) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const close = () => closeNewSession(ui);
  const [whom, setWhom] = useState<Whom | null>(() => wanted.customer && { kind: 'contact', ...wanted.customer });
  const begin = useBegin(whom, wanted.channel, close);
  return (
    <Dialog
      title={t('new-session')}
      open
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('new-session.cancel')}</Button>
          {begin.person && <BeginActions begin={begin} />}
        </>
      }
    >
      {begin.person ? (
        <Begin begin={begin} person={begin.person} onOther={() => setWhom(null)} />
      ) : (
        <WhomSearch onChoose={setWhom} />
      )}
    </Dialog>
  );
}
