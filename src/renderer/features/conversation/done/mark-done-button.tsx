import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useShortcut } from '../../../shortcuts/hooks.ts';
import {
  useClient,
  useDesk,
  useInteraction,
  useInteractionOptions,
  useOption,
  usePrivilege,
} from '../../../state/hooks.ts';
import { privileges } from '../../../state/privileges.ts';
import { useConversation } from '../conversation-context.ts';
import { MarkDoneDialog, type MarkDoneDialogProps } from './mark-done-dialog.tsx';

/**
 * Ends the interaction; asks first where there are dispositions to choose from, or where the medium's options
 * say so, or a note was begun.
 */
export function MarkDoneButton({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const { dispositions, mandatory } = useDispositions();
  const options = useInteractionOptions(interactionId);
  const asks = useConversation().views.asksBeforeDone?.(options) ?? false;
  const hasNote = (useInteraction(interactionId)?.note ?? '') !== '';
  const [asking, setAsking] = useState(false);
  const press = () => {
    if (dispositions.length > 0 || mandatory || asks || hasNote) setAsking(true);
    else void client.perform('interaction.done', { interactionId, dispositionCode: null, note: null });
  };
  useShortcut('interaction.done', press);
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

/** What there is to choose from, and whether one must; nothing for an agent who may not say how it ended (ROLE-1). */
function useDispositions(): Pick<MarkDoneDialogProps, 'dispositions' | 'mandatory'> {
  const may = usePrivilege(privileges.setDisposition);
  const dispositions = useDesk((model) => model.session.directory.dispositions);
  const mandatory = useOption('interaction.disposition.is-mandatory', 'false') === 'true';
  return may ? { dispositions, mandatory } : { dispositions: [], mandatory: false };
}
