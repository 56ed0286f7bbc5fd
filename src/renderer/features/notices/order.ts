import type { Notice } from '#shared/ipc/view.ts';

/** So many are shown until the agent asks for all. */
const SHOWN = 2;

const weight = { error: 0, warning: 1, info: 2 } as const satisfies Readonly<Record<Notice['severity'], number>>;

/** The heaviest first; among equals the newest. */
export function bySeverity(a: Notice, b: Notice): number {
  return weight[a.severity] - weight[b.severity] || b.at - a.at;
}

/** The notices to show, and how many are left out. One more than the limit is shown: a line saying so takes as much. */
export function shownNotices(
  notices: readonly Notice[],
  all: boolean,
): { readonly shown: readonly Notice[]; readonly hidden: number } {
  if (all || notices.length <= SHOWN + 1) return { shown: notices, hidden: 0 };
  return { shown: notices.slice(0, SHOWN), hidden: notices.length - SHOWN };
}
