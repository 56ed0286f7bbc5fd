import type { CommandName } from '#shared/commands/catalogue.ts';
import type { IpcChannel, IpcParams } from '#shared/ipc/contract.ts';
import { refuse } from '#shared/result.ts';

/**
 * What pages may ask while the desk is locked: nothing that shows or does anything for an agent who is not there. What
 * is begun is let through, since a page that is taken away hands over what was typed.
 */
const ALLOWED: ReadonlySet<IpcChannel> = new Set<IpcChannel>([
  'desk.view',
  'session.unlock',
  'interaction.seen',
  'interaction.shown',
  'draft.set',
  'note.set',
  'unfinished.set',
  'connection.retry',
  'offer.notify',
  'log.write',
]);

/** Commands a locked desk takes: signing out needs no password, for it shows nothing. */
const ALLOWED_COMMANDS: ReadonlySet<string> = new Set<CommandName>(['application.log-out', 'application.lock']);

/** Whether a request is taken while the desk is locked (UI-12). */
export function isAllowedLocked(channel: IpcChannel, params: unknown): boolean {
  if (channel !== 'command.run') return ALLOWED.has(channel);
  const { command } = params as IpcParams<'command.run'>;
  return ALLOWED_COMMANDS.has(command);
}

export const deskLocked = refuse('desk-locked', 'Replydesk is locked. Enter your password first.');
