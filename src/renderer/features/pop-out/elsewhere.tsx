import { AppWindow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useCustomerNameOf } from '../../plugins/display-names.ts';
import { useClient } from '../../state/hooks.ts';

/** Stands in the main window where the chosen interaction has a window of its own. */
export function Elsewhere({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const name = useCustomerNameOf(interactionId);
  return (
    <main>
      <EmptyState
        page
        icon={<AppWindow />}
        title={t('pop-out.elsewhere.title', { name })}
        hint={t('pop-out.elsewhere.hint')}
      >
        <Button look="primary" onPress={() => void client.perform('interaction.pop-out', { interactionId })}>
          {t('pop-out.elsewhere.show')}
        </Button>
        <Button onPress={() => void client.perform('interaction.put-back', { interactionId })}>
          {t('pop-out.put-back')}
        </Button>
      </EmptyState>
    </main>
  );
}
