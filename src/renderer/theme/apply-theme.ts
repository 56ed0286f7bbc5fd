import { type Disposable, disposable } from '#shared/disposable.ts';
import type { DeskStore } from '../state/desk-store.ts';
import { chooseTheme, textScale } from './theme.ts';

/** The last look, so that a page starts in it before main has answered. */
const REMEMBERED = 'replydesk.look';

interface Look {
  readonly theme: string;
  readonly textSize: string;
}

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) => window.matchMedia(query));

function show({ theme, textSize }: Look): void {
  const [dark, contrast] = queries;
  const root = document.documentElement;
  root.dataset.theme = chooseTheme(theme, {
    dark: dark?.matches ?? false,
    moreContrast: contrast?.matches ?? false,
  });
  root.style.setProperty('--text-scale', String(textScale(textSize)));
}

function remembered(): Look {
  const [theme = 'system', textSize = '100'] = (localStorage.getItem(REMEMBERED) ?? '').split('|');
  return { theme: theme || 'system', textSize };
}

/** Keeps the page in the theme and text size of the options, and follows the operating system for `system`. */
export function applyTheme(store: DeskStore): Disposable {
  let look = remembered();
  const refresh = () => show(look);
  const read = () => {
    const { loaded, options } = store.getState();
    if (!loaded) return;
    const next = { theme: options['gui.theme'] ?? 'system', textSize: options['gui.text-size'] ?? '100' };
    if (next.theme === look.theme && next.textSize === look.textSize) return;
    look = next;
    localStorage.setItem(REMEMBERED, `${look.theme}|${look.textSize}`);
    refresh();
  };
  refresh();
  read();
  const unsubscribe = store.subscribe(read);
  for (const query of queries) query.addEventListener('change', refresh);
  return disposable(() => {
    unsubscribe();
    for (const query of queries) query.removeEventListener('change', refresh);
  });
}
