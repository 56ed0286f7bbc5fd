import { CloudOff, Coffee, Hourglass, MessagesSquare, Moon, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { DeskModel } from '../../state/desk-model.ts';
import { useClient, useDesk } from '../../state/hooks.ts';
import { myOffers } from '../../state/selectors.ts';

const icons = {
  ready: MessagesSquare,
  'not-ready': Coffee,
  'after-work': Moon,
  restoring: Hourglass,
  offline: CloudOff,
  'no-capacity': UserRoundX,
} as const;

/** Why the list is empty; what keeps new interactions away comes first. */
function reasonOf({ session, connection }: DeskModel): keyof typeof icons {
  if (session.phase === 'restoring') return connection.state === 'offline' ? 'offline' : 'restoring';
  if (connection.state === 'offline' || connection.state === 'reconnecting') return 'offline';
  if (session.status?.capacity.allowed === 0) return 'no-capacity';
  if (session.status?.state === 'after-work') return 'after-work';
  return session.status?.state === 'ready' ? 'ready' : 'not-ready';
}

/** Stands in the empty list and says by the agent's state what is going on. */
export function ListEmpty() {
  const { t } = useTranslation();
  const client = useClient();
  const reason = useDesk(reasonOf);
  const offered = useDesk((model) => myOffers(model).length > 0);
  if (offered) return null;
  const Icon = icons[reason];
  return (
    <EmptyState compact icon={<Icon />} title={t(`list.empty.${reason}.title`)} hint={t(`list.empty.${reason}.hint`)}>
      {(reason === 'not-ready' || reason === 'after-work') && (
        <Button look="primary" onPress={() => void client.perform('agent.set-state', { state: 'ready' })}>
          {t('list.empty.go-ready')}
        </Button>
      )}
    </EmptyState>
  );
}
