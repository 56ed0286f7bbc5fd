export { InteractionPalette } from './interaction-palette.tsx';
export { Palette } from './palette.tsx';
