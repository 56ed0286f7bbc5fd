export { CompletionList } from './completion-list.tsx';
export { RESPONSE_DRAG } from './response-drag.ts';
export { ResponsesPanel } from './responses-panel.tsx';
export { useCompletion } from './use-completion.ts';
