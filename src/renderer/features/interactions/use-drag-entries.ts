import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components';
import { useArrange } from './use-arrange.ts';

/** The kind of what is dragged: nothing else may be dropped into the list, and this nowhere else. */
const KIND = 'application/x-replydesk-interaction';

/** Lets the agent order the list by dragging its entries (UI-1); by keys, it is the commands `interaction.move-…`. */
export function useDragEntries(): { readonly dragAndDropHooks: DragAndDropHooks } {
  const { place } = useArrange();
  return useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [KIND]: String(key) })),
    acceptedDragTypes: [KIND],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target: { key, dropPosition } }) => {
      const [dragged] = keys;
      if (dragged === undefined || dropPosition === 'on') return;
      place(String(dragged), String(key), dropPosition);
    },
  });
}
