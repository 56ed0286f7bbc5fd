import { useTranslation } from 'react-i18next';
import type { Arrangement } from '#shared/ipc/arrangement.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useAnnounce, useClient } from '../../state/hooks.ts';
import { moved, placed, togglePin } from './arrange.ts';
import { listOf } from './use-my-interactions.ts';

export interface Arranging {
  readonly togglePin: (id: string) => void;
  readonly move: (id: string, step: 1 | -1) => void;
  readonly place: (id: string, target: string, side: 'before' | 'after') => void;
  /** Back to the longest waiting first; what is pinned stays so. */
  readonly reset: () => void;
}

/** Arranges the list, and says where things have gone; main keeps it for the agent. */
export function useArrange(): Arranging {
  const { t } = useTranslation();
  const { store } = useServices();
  const client = useClient();
  const announce = useAnnounce();
  const now = () => ({ list: listOf(store.getState()), arrangement: store.getState().arrangement });
  const keep = (arrangement: Arrangement) => void client.ask('list.arrange', arrangement);
  const tell = (id: string, order: readonly string[]) =>
    announce(t('arrange.moved', { place: order.indexOf(id) + 1, of: order.length }));
  return {
    togglePin: (id) => {
      const { list, arrangement } = now();
      const next = togglePin(list, arrangement, id);
      keep(next);
      announce(t(next.pinned.includes(id) ? 'arrange.pinned' : 'arrange.unpinned'));
    },
    move: (id, step) => {
      const { list, arrangement } = now();
      const next = moved(list, arrangement, id, step);
      if (!next?.order) return;
      keep(next);
      tell(id, next.order);
    },
    place: (id, target, side) => {
      const { list, arrangement } = now();
      const next = placed(list, arrangement, id, target, side);
      keep(next);
      tell(id, next.order ?? list);
    },
    reset: () => {
      keep({ ...now().arrangement, order: null });
      announce(t('list.order'));
    },
  };
}
