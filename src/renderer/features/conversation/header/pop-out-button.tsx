import { AppWindow, PanelTopClose } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button.tsx';
import { useShortcut } from '../../../shortcuts/hooks.ts';
import { useClient, useDesk } from '../../../state/hooks.ts';

/** Opens the interaction in a window of its own; in that window, puts it back (UI-1). */
export function PopOutButton({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const client = useClient();
  // The main window shows no conversation that has a window of its own, so where this stands is known by that.
  const isOut = useDesk((model) => model.poppedOut.includes(interactionId));
  const toggle = () => void client.perform(isOut ? 'interaction.put-back' : 'interaction.pop-out', { interactionId });
  useShortcut('interaction.pop-out', toggle);
  return (
    <IconButton label={t(isOut ? 'pop-out.put-back' : 'pop-out.open')} onPress={toggle}>
      {isOut ? <PanelTopClose /> : <AppWindow />}
    </IconButton>
  );
}
