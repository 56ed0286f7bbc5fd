import { heldKeys } from '#shared/commands/typing-chords.ts';
import type { KeyChord } from '#shared/options/key-chord.ts';
import type { TextKey } from '../i18n/en.ts';

/** A key as it is shown: a text of the catalogue, or what stands on every keyboard. */
export type KeyName = { readonly text: Extract<TextKey, `key.${string}`> } | { readonly sign: string };

const NAMED: Readonly<Record<string, KeyName>> = {
  Enter: { text: 'key.enter' },
  Escape: { text: 'key.escape' },
  Tab: { text: 'key.tab' },
  Space: { text: 'key.space' },
  Backspace: { text: 'key.backspace' },
  Delete: { text: 'key.delete' },
  Insert: { text: 'key.insert' },
  Home: { text: 'key.home' },
  End: { text: 'key.end' },
  PageUp: { text: 'key.page-up' },
  PageDown: { text: 'key.page-down' },
  ArrowUp: { sign: '↑' },
  ArrowDown: { sign: '↓' },
  ArrowLeft: { sign: '←' },
  ArrowRight: { sign: '→' },
};

const MAC = { ctrl: { sign: '⌃' }, alt: { sign: '⌥' }, shift: { sign: '⇧' }, meta: { sign: '⌘' } } as const;
const OTHERS = {
  ctrl: { text: 'key.ctrl' },
  alt: { text: 'key.alt' },
  shift: { text: 'key.shift' },
  meta: { text: 'key.meta' },
} as const satisfies Readonly<Record<keyof typeof MAC, KeyName>>;

/** The keys of a chord in the order in which this system's menus write them. */
export function keyNames({ modifiers, key }: KeyChord, mac: boolean): readonly KeyName[] {
  const held = heldKeys(modifiers, mac);
  const order = ['ctrl', 'alt', 'shift', 'meta'] as const;
  const names = mac ? MAC : OTHERS;
  return [...order.filter((name) => held[name]).map((name) => names[name]), NAMED[key] ?? { sign: key }];
}
