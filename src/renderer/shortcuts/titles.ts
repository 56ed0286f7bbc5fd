import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import type { TextKey } from '../i18n/en.ts';

/** Texts that need nothing to be filled in. */
type Title = Exclude<Extract<TextKey, `shortcut.${string}`>, 'shortcut.interaction.open-nth'>;

/** The names of the commands that have keys, for those who read them; open-1 to open-9 share one. */
export const shortcutTitles: Readonly<Record<Exclude<ShortcutId, `interaction.open-${number}`>, Title>> = {
  'interaction.next': 'shortcut.interaction.next',
  'interaction.previous': 'shortcut.interaction.previous',
  'interaction.pin': 'shortcut.interaction.pin',
  'interaction.move-up': 'shortcut.interaction.move-up',
  'interaction.move-down': 'shortcut.interaction.move-down',
  'interaction.done': 'shortcut.interaction.done',
  'interaction.pop-out': 'shortcut.interaction.pop-out',
  'session.new': 'shortcut.session.new',
  'application.palette': 'shortcut.application.palette',
  'application.lock': 'shortcut.application.lock',
  'composer.focus': 'shortcut.composer.focus',
  'composer.notification': 'shortcut.composer.notification',
  'composer.emoji': 'shortcut.composer.emoji',
  'composer.interactive': 'shortcut.composer.interactive',
  'responses.open': 'shortcut.responses.open',
  'transcript.focus': 'shortcut.transcript.focus',
  'transcript.search': 'shortcut.transcript.search',
  'conversation.panel': 'shortcut.conversation.panel',
  'agent.ready': 'shortcut.agent.ready',
  'agent.not-ready': 'shortcut.agent.not-ready',
  'view.interactions': 'shortcut.view.interactions',
  'view.list': 'shortcut.view.list',
  'view.settings': 'shortcut.view.settings',
};
