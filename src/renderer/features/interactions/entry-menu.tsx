import { AppWindow, ArrowDownToLine, ArrowUpToLine, ListRestart, Pin, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ContextMenu, type MenuPlace } from '../../components/context-menu.tsx';
import { MenuItem, MenuSeparator } from '../../components/menu.tsx';
import { useCustomerNameOf } from '../../plugins/display-names.ts';
import { useClient, useDesk } from '../../state/hooks.ts';
import { moved } from './arrange.ts';
import { useArrange } from './use-arrange.ts';
import { useMyInteractionIds } from './use-my-interactions.ts';

export interface EntryMenuProps {
  readonly interactionId: string;
  readonly place: MenuPlace;
  readonly onClose: () => void;
}

/** What can be done with an entry of the list where it stands. */
export function EntryMenu({ interactionId, place, onClose }: EntryMenuProps) {
  const { t } = useTranslation();
  const client = useClient();
  const arrange = useArrange();
  const list = useMyInteractionIds();
  const arrangement = useDesk((model) => model.arrangement);
  const name = useCustomerNameOf(interactionId);
  const isPinned = arrangement.pinned.includes(interactionId);
  const cannot = (step: 1 | -1) => moved(list, arrangement, interactionId, step) === undefined;
  return (
    <ContextMenu label={t('arrange.menu', { name })} place={place} onClose={onClose}>
      <MenuItem
        id="pin"
        icon={isPinned ? <PinOff /> : <Pin />}
        label={t(isPinned ? 'arrange.unpin' : 'arrange.pin')}
        onAction={() => arrange.togglePin(interactionId)}
      />
      <MenuItem
        id="up"
        icon={<ArrowUpToLine />}
        label={t('arrange.up')}
        isDisabled={cannot(-1)}
        onAction={() => arrange.move(interactionId, -1)}
      />
      <MenuItem
        id="down"
        icon={<ArrowDownToLine />}
        label={t('arrange.down')}
        isDisabled={cannot(1)}
        onAction={() => arrange.move(interactionId, 1)}
      />
      {arrangement.order !== null && (
        <MenuItem id="reset" icon={<ListRestart />} label={t('list.order.reset')} onAction={arrange.reset} />
      )}
      <MenuSeparator />
      <MenuItem
        id="pop-out"
        icon={<AppWindow />}
        label={t('pop-out.open')}
        onAction={() => void client.perform('interaction.pop-out', { interactionId })}
      />
    </ContextMenu>
  );
}
