import { describe, expect, it } from 'vitest';
import { type CommandName, commands } from '#shared/commands/catalogue.ts';
import { type IpcChannel, ipcChannels } from '#shared/ipc/contract.ts';
import { isAllowedLocked } from './locked-requests.ts';

describe('a locked desk', () => {
  it('takes what unlocks it, and nothing that shows or does anything', () => {
    const channels = Object.keys(ipcChannels) as IpcChannel[];
    const taken = channels.filter((channel) => isAllowedLocked(channel, { command: 'interaction.send' }));
    expect(taken).toContain('session.unlock');
    // A page that is taken away hands over what was typed.
    expect(taken).toEqual(expect.arrayContaining(['draft.set', 'note.set', 'unfinished.set']));
    for (const channel of [
      'transcript.open',
      'transcript.older',
      'option.set',
      'link.open',
      'session.log-in',
    ] as const) {
      expect(taken).not.toContain(channel);
    }
  });

  it('lets the agent sign out, and run no other command', () => {
    const names = Object.keys(commands) as CommandName[];
    expect(names.filter((command) => isAllowedLocked('command.run', { command }))).toEqual([
      'application.lock',
      'application.log-out',
    ]);
    expect(isAllowedLocked('command.run', { command: 'constructor' })).toBe(false);
  });
});
