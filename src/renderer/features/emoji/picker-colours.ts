import { readColour } from '../../theme/contrast.ts';

/** The picker's variables, each a colour of the theme as its three numbers. */
const COLOURS = {
  '--rgb-background': '--surface',
  '--rgb-color': '--text',
  '--rgb-accent': '--accent',
  '--rgb-input': '--surface-2',
} as const;

/** Gives the picker the colours of the theme. */
export function colour(picker: HTMLElement): void {
  const theme = getComputedStyle(document.documentElement);
  for (const [name, token] of Object.entries(COLOURS)) {
    const parts = readColour(theme.getPropertyValue(token));
    if (parts) picker.style.setProperty(name, parts.join(', '));
  }
  picker.style.setProperty('--color-border', 'var(--border)');
  picker.style.setProperty('--color-border-over', 'var(--border-strong)');
  picker.style.setProperty('--font-family', 'var(--font)');
}
