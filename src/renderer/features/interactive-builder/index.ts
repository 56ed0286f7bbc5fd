export { beginInteractive } from './begin-interactive.ts';
export { InteractiveBuilder } from './interactive-builder.tsx';
export { InteractiveButton } from './interactive-button.tsx';
