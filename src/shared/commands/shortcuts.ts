import type { OptionMetadata } from '../options/metadata.ts';
import { defineOption } from '../options/metadata.ts';

/** One action that has keys. Its id is stable: option files and agents' preferences name it. */
interface Shortcut {
  readonly id: string;
  /** As an option file would hold it; `Mod` is Command on macOS and Ctrl elsewhere. */
  readonly chord: string;
  /** What the keys do, as the end of "Keys that …"; for administrators. */
  readonly does: string;
}

const NTH = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * What an agent can do by keys from anywhere in the main window. Defaults keep clear of the chords of Electron's own
 * menu (Mod+R, Mod+Shift+R, Mod+Shift+I, Mod+W, Mod+M, Mod+Q), of editing in a text box, and of all that types.
 */
export const shortcuts = [
  { id: 'application.palette', chord: 'Mod+K', does: 'search for a command or an interaction' },
  { id: 'interaction.next', chord: 'Alt+ArrowDown', does: 'open the next interaction of the list' },
  { id: 'interaction.previous', chord: 'Alt+ArrowUp', does: 'open the previous interaction of the list' },
  ...NTH.map((nth) => ({
    id: `interaction.open-${nth}` as const,
    chord: `Mod+${nth}`,
    does: `open interaction ${nth} of the list, counted from the top`,
  })),
  { id: 'interaction.pin', chord: 'Mod+Shift+B', does: 'pin an interaction to the top of the list, or unpin it' },
  { id: 'interaction.move-up', chord: 'Alt+Shift+ArrowUp', does: 'move an interaction up in the list' },
  { id: 'interaction.move-down', chord: 'Alt+Shift+ArrowDown', does: 'move an interaction down in the list' },
  { id: 'interaction.done', chord: 'Mod+Shift+D', does: 'mark the open interaction done' },
  {
    id: 'interaction.pop-out',
    chord: 'Mod+Shift+O',
    does: 'open the interaction in a window of its own, or put it back',
  },
  { id: 'session.new', chord: 'Mod+Shift+S', does: 'begin a session with a customer' },
  { id: 'composer.focus', chord: 'Mod+Shift+M', does: 'lead to the text box in which messages are written' },
  { id: 'composer.notification', chord: 'Mod+Shift+E', does: 'open the editor for notifications' },
  { id: 'composer.emoji', chord: 'Mod+Shift+J', does: 'open the emoji to choose from' },
  { id: 'composer.interactive', chord: 'Mod+Shift+Y', does: 'build reply buttons, a list or a link' },
  { id: 'responses.open', chord: 'Mod+Shift+F', does: 'show the standard responses and search in them' },
  { id: 'transcript.focus', chord: 'Mod+Shift+T', does: 'lead to the transcript' },
  { id: 'transcript.search', chord: 'Mod+F', does: 'search in the conversation, earlier sessions included' },
  { id: 'conversation.panel', chord: 'Mod+Shift+P', does: 'show or hide contact and case information' },
  { id: 'agent.ready', chord: 'Mod+Shift+A', does: 'set the agent to Ready' },
  { id: 'agent.not-ready', chord: 'Mod+Shift+N', does: 'set the agent to Not Ready, without a reason' },
  { id: 'application.lock', chord: 'Mod+Shift+K', does: 'lock all windows until the password is entered' },
  { id: 'view.interactions', chord: 'Mod+Shift+L', does: 'show the list of interactions and lead to it' },
  { id: 'view.list', chord: 'Mod+Shift+H', does: 'hide the list of interactions, or show it again' },
  { id: 'view.settings', chord: 'Mod+,', does: 'show the settings' },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof shortcuts)[number]['id'];
export type ShortcutOptionName = `keyboard.${ShortcutId}`;

/** The option that holds the keys of a command. */
export function shortcutOptionName<I extends ShortcutId>(id: I): `keyboard.${I}` {
  return `keyboard.${id}`;
}

/** The type of every `keyboard.*` option: empty means that the command has no keys. */
const KEYS = { kind: 'key-chord', mayBeEmpty: true } as const;

/** `keyboard.<command-id>` of OPT-5, one for each command above. */
export const shortcutOptions: readonly OptionMetadata<ShortcutOptionName, typeof KEYS>[] = shortcuts.map(
  ({ id, chord, does }) =>
    defineOption({
      name: shortcutOptionName(id),
      type: KEYS,
      default: chord,
      takesEffect: 'immediately',
      userSettable: true,
      description: `Keys that ${does}. Empty: none.`,
    }),
);
