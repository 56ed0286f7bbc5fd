import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useClient, useDesk, useOption } from '../../../state/hooks.ts';
import { MarkDoneDialog } from './mark-done-dialog.tsx';

/** Ends the interaction; asks for a disposition where the organisation has any. */
export function MarkDoneButton({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const dispositions = useDesk((model) => model.session.directory.dispositions);
  const mandatory = useOption('interaction.disposition.is-mandatory', 'false') === 'true';
  const [asking, setAsking] = useState(false);
  const press = () => {
    if (dispositions.length > 0 || mandatory) setAsking(true);
    else void client.perform('interaction.done', { interactionId, dispositionCode: null, note: null });
  };
  return (
    <>
      <Button look="primary" onPress={press}>
        <Check size="1rem" aria-hidden="true" />
        {t('conversation.done')}
      </Button>
      {asking && (
        <MarkDoneDialog
          interactionId={interactionId}
          dispositions={dispositions}
          mandatory={mandatory}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
