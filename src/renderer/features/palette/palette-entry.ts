import type { ReactNode } from 'react';
import type { Searchable } from './rank.ts';

export type PaletteGroup = 'interactions' | 'commands';

/** One thing the palette can do. */
export interface PaletteEntry extends Searchable {
  /** Unlike that of any other entry; the element's id is made of it. */
  readonly id: string;
  readonly group: PaletteGroup;
  /** A second line: what a customer wrote last. */
  readonly detail?: string;
  readonly icon: ReactNode;
  /** Its keys as an option holds them; empty for none. */
  readonly chord: string;
  readonly run: () => void;
}

/** A command that has no keys. */
export function keylessEntry(id: string, title: string, icon: ReactNode, run: () => void): PaletteEntry {
  return { id, group: 'commands', title, words: '', icon, chord: '', run };
}

export interface EntryGroup {
  readonly group: PaletteGroup;
  readonly entries: readonly PaletteEntry[];
}

/** The entries in their groups, the group with the best entry first. */
export function inGroups(ranked: readonly PaletteEntry[]): readonly EntryGroup[] {
  const order = [...new Set(ranked.map(({ group }) => group))];
  return order.map((group) => ({ group, entries: ranked.filter((entry) => entry.group === group) }));
}
