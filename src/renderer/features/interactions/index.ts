export { InteractionList } from './interaction-list.tsx';
export { useInteractionShortcuts } from './use-interaction-shortcuts.ts';
export { useMyInteractionIds, useSelectedId } from './use-my-interactions.ts';
