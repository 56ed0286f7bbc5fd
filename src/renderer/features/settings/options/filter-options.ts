import type { OptionInfo } from '#shared/ipc/option-list.ts';

/** What the chips over the list leave; several at once leave what fits them all. */
export const optionFilters = ['changed', 'mine', 'waiting'] as const;
export type OptionFilter = (typeof optionFilters)[number];

const fits: Readonly<Record<OptionFilter, (option: OptionInfo) => boolean>> = {
  changed: ({ value }) => value.layer !== 'default',
  mine: isMine,
  waiting: isWaiting,
};

/** The agent may change it: it is theirs to set, and no administrator has fixed it. */
export function isMine({ userSettable, final }: OptionInfo): boolean {
  return userSettable && !final;
}

/** It has a new value that counts after a restart. */
export function isWaiting({ untilRestart }: OptionInfo): boolean {
  return untilRestart !== null;
}

/** How many options each chip would leave on its own. */
export function countFilters(options: readonly OptionInfo[]): Readonly<Record<OptionFilter, number>> {
  const count = (filter: OptionFilter) => options.filter(fits[filter]).length;
  return { changed: count('changed'), mine: count('mine'), waiting: count('waiting') };
}

/** The options that fit the filters and hold every word of the query in name, description or value. */
export function filterOptions(
  options: readonly OptionInfo[],
  query: string,
  filters: ReadonlySet<OptionFilter>,
): readonly OptionInfo[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(
    (option) => [...filters].every((filter) => fits[filter](option)) && words.every((word) => holds(option, word)),
  );
}

function holds(option: OptionInfo, word: string): boolean {
  return searched(option).includes(word);
}

/** What is searched of an option, in lower case; computed once, since each key press looks at all of them. */
function searched(option: OptionInfo): string {
  const known = texts.get(option);
  if (known !== undefined) return known;
  const { name, section, description, value, untilRestart } = option;
  const text = [name, section, description, value.text, untilRestart ?? ''].join('\n').toLowerCase();
  texts.set(option, text);
  return text;
}

const texts = new WeakMap<OptionInfo, string>();
