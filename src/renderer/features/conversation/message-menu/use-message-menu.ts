import { type ContextMenuState, useContextMenu } from '../../../components/use-context-menu.ts';

/** What a menu was asked for on. */
export interface MessageTarget {
  readonly messageId: string;
  /** Where the link under the pointer leads, else the first one of the message; undefined without any. */
  readonly link: string | undefined;
  /** What is selected in it; empty for nothing. */
  readonly selection: string;
}

/** The context menu of the messages below the element that has its handlers. */
export function useMessageMenu(): ContextMenuState<MessageTarget> {
  return useContextMenu((target) => {
    const element = target.closest<HTMLElement>('[data-message-id]');
    const messageId = element?.dataset.messageId;
    if (!element || messageId === undefined) return undefined;
    const link = target.closest('a[href]') ?? element.querySelector('a[href]');
    const about = { messageId, link: link?.getAttribute('href') ?? undefined, selection: selectionIn(element) };
    return { element, about };
  });
}

function selectionIn(element: HTMLElement): string {
  const selection = window.getSelection();
  return selection && !selection.isCollapsed && selection.containsNode(element, true) ? selection.toString() : '';
}
