/** What a key press asks of the list: the nth entry from the top, or the neighbour of the open one. */
export type ListShortcut = { readonly nth: number } | { readonly step: 1 | -1 };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut in a key press: Ctrl (⌘ on macOS) with 1 to 9, or Alt with an arrow; undefined for anything else. */
export function shortcutOf(event: Pressed, mac: boolean): ListShortcut | undefined {
  if (event.shiftKey) return undefined;
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (mod && !other && !event.altKey) return nthOf(event);
  if (event.altKey && !mod && !other) {
    if (event.key === 'ArrowDown') return { step: 1 };
    if (event.key === 'ArrowUp') return { step: -1 };
  }
  return undefined;
}

/** By the place of the key: on a French keyboard the digits need Shift. */
function nthOf({ code }: Pressed): ListShortcut | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : { nth: Number(digit) };
}
