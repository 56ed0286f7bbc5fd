import type { OptionInfo } from '#shared/ipc/option-list.ts';

/** Options whose names begin with the same word. */
export interface OptionGroup {
  /** The first part of their names: `gui` of `gui.theme`. */
  readonly name: string;
  readonly options: readonly OptionInfo[];
}

/** What one part of the program declares. */
export interface OwnerGroup {
  /** Display name of the part. */
  readonly owner: string;
  readonly groups: readonly OptionGroup[];
}

/** By owner, in the order in which they come; within it by first name part and name, as in a dictionary. */
export function groupOptions(options: readonly OptionInfo[]): readonly OwnerGroup[] {
  return collect(options, ({ owner }) => owner).map(([owner, owned]) => ({
    owner,
    groups: collect(owned, firstPart)
      .map(([name, members]) => ({ name, options: [...members].sort((a, b) => compare(a.name, b.name)) }))
      .sort((a, b) => compare(a.name, b.name)),
  }));
}

function firstPart({ name }: OptionInfo): string {
  return name.split('.', 1)[0] ?? name;
}

/** Numbers by their size: `open-10` after `open-9`. */
const collator = new Intl.Collator('en', { numeric: true });
const compare = (a: string, b: string): number => collator.compare(a, b);

function collect<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const collected = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = collected.get(key);
    if (known) known.push(item);
    else collected.set(key, [item]);
  }
  return [...collected];
}
