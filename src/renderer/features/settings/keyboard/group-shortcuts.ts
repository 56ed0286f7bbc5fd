import { type ShortcutId, shortcutOptionName, shortcuts } from '#shared/commands/shortcuts.ts';
import type { OptionInfo } from '#shared/ipc/option-list.ts';

export type ShortcutGroup = 'interactions' | 'conversation' | 'agent' | 'views';

export interface ShortcutEntry {
  readonly id: ShortcutId;
  readonly option: OptionInfo;
}

/** The commands by what they are about, each with its option; one main does not know of is left out. */
export function groupShortcuts(
  options: readonly OptionInfo[],
): readonly { readonly group: ShortcutGroup; readonly entries: readonly ShortcutEntry[] }[] {
  const byName = new Map(options.map((option) => [option.name, option]));
  const entries = shortcuts.flatMap(({ id }) => {
    const option = byName.get(shortcutOptionName(id));
    return option ? [{ id, option }] : [];
  });
  const groups = ['interactions', 'conversation', 'agent', 'views'] as const;
  return groups
    .map((group) => ({ group, entries: entries.filter(({ id }) => groupOf(id) === group) }))
    .filter((group) => group.entries.length > 0);
}

/** What goes through the list is about the list; all else about an interaction is about the open one. */
function groupOf(id: ShortcutId): ShortcutGroup {
  if (/^interaction\.(?:next|previous|open-|pin|move-)/.test(id)) return 'interactions';
  if (id.startsWith('agent.') || id.startsWith('application.')) return 'agent';
  return id.startsWith('view.') ? 'views' : 'conversation';
}
