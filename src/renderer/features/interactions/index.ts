export { InteractionList } from './interaction-list.tsx';
export { useMyInteractionIds, useSelectedId } from './use-my-interactions.ts';
export { useInteractionShortcuts } from './use-shortcuts.ts';
