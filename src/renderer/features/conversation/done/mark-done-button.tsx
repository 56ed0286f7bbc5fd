import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useClient, useDesk, useInteractionOptions, useOption } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import { MarkDoneDialog } from './mark-done-dialog.tsx';

/** Ends the interaction; asks first where there are dispositions to choose from, or where the medium's options say so. */
export function MarkDoneButton({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const dispositions = useDesk((model) => model.session.directory.dispositions);
  const mandatory = useOption('interaction.disposition.is-mandatory', 'false') === 'true';
  const options = useInteractionOptions(interactionId);
  const asks = useConversation().views.asksBeforeDone?.(options) ?? false;
  const [asking, setAsking] = useState(false);
  const press = () => {
    if (dispositions.length > 0 || mandatory || asks) setAsking(true);
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
