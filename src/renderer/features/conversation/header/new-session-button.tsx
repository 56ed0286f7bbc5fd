import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button.tsx';
import { useServices } from '../../../state/desk-context.tsx';
import { useMayBegin } from '../../../state/privileges.ts';
import { openNewSession } from '../../../state/ui-store.ts';
import { useConversation } from '../conversation-context.ts';

/** Begins a session with this customer (WA-9); `channel`: where one of theirs was. */
export function NewSessionButton({ channel = null }: { readonly channel?: string | null }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const { contact, name } = useConversation();
  if (!useMayBegin()) return null;
  return (
    <IconButton label={t('new-session')} onPress={() => openNewSession(ui, { contact, name }, channel)}>
      <MessageSquarePlus />
    </IconButton>
  );
}
