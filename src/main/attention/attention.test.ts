import { beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { DeskChange } from '#shared/ipc/view.ts';
import { AttentionFollower } from './attention.ts';
import { attentionFor, waitsFor } from './attention-rule.ts';

const mine = { id: 'a', stage: 'assigned', agent: 'kaa', pendingSince: 5 } as const;

describe('a pending response', () => {
  it.each([
    ['counts in my hands', mine, 'kaa', true],
    ['does not once it is answered', { ...mine, pendingSince: null }, 'kaa', false],
    ["does not in a colleague's hands", { ...mine, agent: 'baloo' }, 'kaa', false],
    ['does not before it was accepted', { ...mine, stage: 'offered' }, 'kaa', false],
    ['does not while nobody works here', { ...mine, agent: null }, null, false],
  ] as const)('%s', (_case, interaction, agent, counts) => expect(waitsFor(agent, interaction)).toBe(counts));

  it('asks for attention out of sight only', () => {
    expect(attentionFor(new Set(), null)).toEqual({ flash: false, badge: 0 });
    expect(attentionFor(new Set(['a', 'b']), null)).toEqual({ flash: true, badge: 2 });
    expect(attentionFor(new Set(['a', 'b']), 'a')).toEqual({ flash: true, badge: 1 });
    expect(attentionFor(new Set(['a']), 'a')).toEqual({ flash: false, badge: 0 });
    expect(attentionFor(new Set(['a']), 'c')).toEqual({ flash: true, badge: 1 });
  });
});

describe('AttentionFollower', () => {
  let calls: string[];
  let inFront: string | null;
  let follower: AttentionFollower;
  const apply = (...changes: unknown[]) => follower.apply({ version: 1, changes: changes as DeskChange[] });
  const session = (agent: string | null) => ({ type: 'session', session: { agent: agent && { name: agent } } });
  const interaction = (given: Partial<Interaction> = {}) => ({
    type: 'interaction',
    interaction: { interaction: { ...mine, ...given } },
  });

  beforeEach(() => {
    calls = [];
    inFront = null;
    follower = new AttentionFollower(
      { flash: (on) => calls.push(`flash ${on}`), badge: (count) => calls.push(`badge ${count}`) },
      () => inFront,
    );
  });

  it('begins with the first that waits, and ends when the agent comes back', () => {
    // The session stands last, as it may in an update.
    apply(interaction(), session('kaa'));
    expect(calls).toEqual(['badge 1', 'flash true']);
    inFront = 'a';
    follower.refresh();
    expect(calls.slice(2)).toEqual(['badge 0', 'flash false']);
  });

  it('begins anew with one more, and not with each change of the same', () => {
    apply(session('kaa'), interaction());
    calls = [];
    apply(interaction());
    expect(calls).toEqual([]);
    apply(interaction({ id: 'b' }));
    expect(calls).toEqual(['badge 2', 'flash true']);
  });

  it('goes on when the agent leaves for another program, and ends with the session', () => {
    apply(session('kaa'), interaction());
    calls = [];
    follower.left();
    expect(calls).toEqual(['flash true']);
    apply(session(null));
    expect(calls.slice(1)).toEqual(['badge 0', 'flash false']);
  });

  it('ends with an answer, and when the interaction leaves', () => {
    apply(session('kaa'), interaction(), interaction({ id: 'b' }));
    apply(interaction({ pendingSince: null }), { type: 'interaction-removed', interactionId: 'b' });
    expect(calls.slice(2)).toEqual(['badge 0', 'flash false']);
  });
});
