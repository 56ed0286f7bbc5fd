import type { StandardResponse } from '#shared/domain/standard-response.ts';

/** A shortcut that is being typed: `/` at `start` up to the caret. */
export interface ShortcutTyped {
  readonly start: number;
  /** Without the slash. */
  readonly query: string;
}

/** As many as a list beside the caret shows at once. */
const MOST = 8;
/** What is typed at the caret; a slash inside a word or an address begins no shortcut. */
const TYPED = /(?:^|\s)\/([\p{L}\p{N}._-]*)$/u;
/** What goes on behind the caret makes it a word that stands there already. */
const GOES_ON = /^[\p{L}\p{N}._/-]/u;

/** The shortcut that is being typed at `caret`; undefined: none. */
export function shortcutAt(text: string, caret: number): ShortcutTyped | undefined {
  const query = TYPED.exec(text.slice(0, caret))?.[1];
  if (query === undefined || GOES_ON.test(text.slice(caret))) return undefined;
  return { start: caret - query.length - 1, query };
}

/** The responses that have a shortcut and fit what is typed: by shortcut first, then by name. */
export function completions(responses: readonly StandardResponse[], query: string): readonly StandardResponse[] {
  const wanted = query.toLowerCase();
  const withShortcut = responses.filter(({ shortcut }) => shortcut !== '');
  const rankOf = ({ shortcut, name }: StandardResponse) => {
    if (shortcut.toLowerCase() === wanted) return 0;
    if (shortcut.toLowerCase().startsWith(wanted)) return 1;
    return name.toLowerCase().includes(wanted) ? 2 : undefined;
  };
  return withShortcut
    .flatMap((response) => {
      const rank = rankOf(response);
      return rank === undefined ? [] : [{ response, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.response.shortcut.localeCompare(b.response.shortcut))
    .slice(0, MOST)
    .map(({ response }) => response);
}
