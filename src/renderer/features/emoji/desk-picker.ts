import de from '@emoji-mart/data/i18n/de.json' with { type: 'json' };
import en from '@emoji-mart/data/i18n/en.json' with { type: 'json' };
import data from '@emoji-mart/data/sets/15/native.json' with { type: 'json' };
import { Picker } from 'emoji-mart';
import { nameParts } from './name-parts.ts';
import { type EmojiData, putTeamFirst, TEAM, type TeamEmoji } from './team-emoji.ts';

/** What the picker says, by language. All of it is in the program: pages have no network. */
const words: Readonly<Record<string, object>> = { de, en };

const CATEGORIES = [TEAM, 'frequent', 'people', 'nature', 'foods', 'activity', 'places', 'objects', 'symbols', 'flags'];

const NAME = 'replydesk-emoji-picker';

/** A star for the organisation's own set; the other categories have theirs. */
const STAR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="m12 2 3.1 6.3 6.9 1-5 4.9 1.2 6.8L12 17.8 5.8 21 7 14.2 2 9.3l6.9-1z"/></svg>';

/**
 * The picker with its styles as a style sheet object: a `<style>` element, as it makes one by itself, is refused by the
 * content policy (SEC-1).
 */
class DeskPicker extends Picker {
  override injectStyles(styles: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const { shadowRoot } = this as unknown as HTMLElement;
    if (!shadowRoot) return;
    shadowRoot.adoptedStyleSheets = [sheet];
    new MutationObserver(() => nameParts(shadowRoot)).observe(shadowRoot, { childList: true, subtree: true });
  }
}
if (!customElements.get(NAME)) customElements.define(NAME, DeskPicker as unknown as CustomElementConstructor);

export interface PickerOptions {
  readonly language: string;
  readonly dark: boolean;
  readonly team: readonly TeamEmoji[];
  readonly teamTitle: string;
  readonly perLine: number;
  readonly onPick: (emoji: string) => void;
}

/** A new picker; the focus goes into its search. What is used often it remembers itself. */
export function createPicker(options: PickerOptions): HTMLElement {
  const { language, dark, team, teamTitle, perLine, onPick } = options;
  putTeamFirst(data as unknown as EmojiData, teamTitle, team);
  const picker = new DeskPicker({
    data,
    i18n: words[language] ?? en,
    locale: words[language] ? language : 'en',
    theme: dark ? 'dark' : 'light',
    set: 'native',
    categories: CATEGORIES,
    categoryIcons: { [TEAM]: { svg: STAR } },
    previewPosition: 'none',
    skinTonePosition: 'search',
    autoFocus: true,
    perLine,
    onEmojiSelect: ({ native }: { readonly native?: string }) => native !== undefined && onPick(native),
  });
  return picker as unknown as HTMLElement;
}
