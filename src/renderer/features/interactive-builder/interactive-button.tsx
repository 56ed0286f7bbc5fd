import { LayoutList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { openInteractiveBuilder } from '../../state/ui-store.ts';

/** Opens the builder of reply buttons, lists and links (UI-7). */
export function InteractiveButton({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  return (
    <IconButton
      label={t('interactive.open')}
      aria-haspopup="dialog"
      onPress={() => openInteractiveBuilder(ui, interactionId)}
    >
      <LayoutList />
    </IconButton>
  );
}
