import { useState } from 'react';
import { type PanelWidth, usePanelWidth } from '../../components/use-panel-width.ts';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { useDesk } from '../../state/hooks.ts';
import { myOffers } from '../../state/selectors.ts';

const REMEMBERED = 'replydesk.list';

const WIDTH = {
  remembered: 'replydesk.list-width',
  property: '--list-width',
  narrowest: 13,
  widest: 30,
  initial: 18.5,
} as const;

export interface ListPanel {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly width: PanelWidth;
}

/** The list beside the conversation: its width, and whether it is there; what is offered brings it back. */
export function useListPanel(): ListPanel {
  const [wanted, setWanted] = useState(() => localStorage.getItem(REMEMBERED) !== 'closed');
  const offered = useDesk((model) => myOffers(model).length > 0);
  const setOpen = (open: boolean) => {
    localStorage.setItem(REMEMBERED, open ? 'open' : 'closed');
    setWanted(open);
  };
  useShortcut('view.list', () => setOpen(!wanted));
  return { open: wanted || offered, setOpen, width: usePanelWidth(WIDTH) };
}
