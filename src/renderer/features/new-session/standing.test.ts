import { describe, expect, it } from 'vitest';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import type { DeskModel } from '../../state/desk-model.ts';
import { chosenAmong, offeredTo } from './standing.ts';

const choice = (channel: string, refused = false): ChannelChoice => ({
  channel,
  displayName: channel,
  window: null,
  consent: null,
  open: null,
  refusal: refused ? { code: 'session-open', message: 'Open.', retryable: false } : null,
});
const all = (channel: string) => [
  'InteractionWorkspace.WhatsApp.canUse',
  `Channel.${channel}.canStartOutbound`,
  `Channel.${channel}.canReply`,
];
const may = (privileges: string[] | null) => ({ session: { privileges } }) as unknown as Pick<DeskModel, 'session'>;
const both = [choice('jungle'), choice('river')];

describe('the channels that are offered', () => {
  it('are all without access control, also those on which it is not possible just now', () => {
    const choices = [choice('jungle', true), choice('river')];
    expect(offeredTo(may(null), choices)).toEqual({ kind: 'channels', choices });
  });

  it('are those on which the agent may begin', () => {
    expect(offeredTo(may(all('river')), both)).toEqual({ kind: 'channels', choices: [both[1]] });
    for (const missing of all('river')) {
      const rest = all('river').filter((privilege) => privilege !== missing);
      expect(offeredTo(may(rest), [choice('river')]), missing).toEqual({ kind: 'forbidden', privilege: missing });
    }
  });

  it('are none where the server has none', () => {
    expect(offeredTo(may(null), [])).toEqual({ kind: 'none' });
  });
});

describe('the channel to begin with', () => {
  it('is the one that was meant, even where it is not possible: the reason is then read', () => {
    expect(chosenAmong([choice('jungle'), choice('river', true)], 'river')?.channel).toBe('river');
  });

  it('is else the first on which it is possible, or the first', () => {
    expect(chosenAmong([choice('jungle', true), choice('river')], null)?.channel).toBe('river');
    expect(chosenAmong([choice('jungle', true), choice('river')], 'gone')?.channel).toBe('river');
    expect(chosenAmong([choice('jungle', true), choice('river', true)], null)?.channel).toBe('jungle');
    expect(chosenAmong([], null)).toBeUndefined();
  });
});
