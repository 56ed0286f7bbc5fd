import { useSyncExternalStore } from 'react';
import { type Rgb, readColour } from './contrast.ts';
import { chooseTheme, type Theme } from './theme.ts';

const plain = { dark: false, moreContrast: false };

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme the page is in, also where it follows the operating system. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chooseTheme(document.documentElement.dataset.theme ?? '', plain));
}

/** The contrast a text must have in a theme (A11Y-1, and what `themes.css` keeps). */
export function leastContrast(theme: Theme): number {
  return theme === 'HighContrast' ? 7 : 4.5;
}

/** A colour of the theme the page is in, by the name of its token. */
export function themeColour(token: string): Rgb | undefined {
  return readColour(getComputedStyle(document.documentElement).getPropertyValue(`--${token}`));
}
