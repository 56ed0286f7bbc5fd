export { Elsewhere } from './elsewhere.tsx';
export { InteractionPage } from './interaction-page.tsx';
export { useOwnWindow } from './use-own-window.ts';
