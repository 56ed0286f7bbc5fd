import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button.tsx';
import { useServices } from '../../../state/desk-context.tsx';
import { openNotificationEditor } from '../../../state/ui-store.ts';

/** Opens the editor of notifications, which can be sent within the window as well (UI-7). */
export function NotificationButton({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  return (
    <IconButton
      label={t('conversation.notification')}
      aria-haspopup="dialog"
      onPress={() => openNotificationEditor(ui, interactionId)}
    >
      <BellRing />
    </IconButton>
  );
}
