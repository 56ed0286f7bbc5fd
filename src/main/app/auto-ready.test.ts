import { describe, expect, it } from 'vitest';
import type { SessionView } from '#shared/ipc/view.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { AutoReady } from './auto-ready.ts';

const directory = {
  channels: [{ name: 'jungle', displayName: 'Jungle', mediaType: 'whatsappsession', displayNumber: '' }],
} as unknown as SessionView['directory'];

function setUp(answer: Result<unknown> = ok({}), ready = 'true') {
  const asked: unknown[] = [];
  const told: string[] = [];
  const autoReady = new AutoReady({
    option: (name) => (name.endsWith('.is-auto-ready') ? ready : 'training'),
    setState: async (params) => {
      asked.push(params);
      return answer;
    },
    onRefused: (message) => told.push(message),
  });
  const go = (...phases: SessionView['phase'][]) => {
    for (const phase of phases) autoReady.follow({ phase, directory });
  };
  return { asked, told, go };
}

describe('AutoReady', () => {
  it('makes the agent ready once they have signed in', () => {
    const { asked, go } = setUp();
    go('signing-in', 'restoring');
    expect(asked).toEqual([]);
    go('signed-in');
    expect(asked).toEqual([{ state: 'ready' }]);
  });

  it('does so once: what the server says anew changes nothing', () => {
    const { asked, go } = setUp();
    go('signing-in', 'restoring', 'signed-in', 'signed-in', 'restoring', 'signed-in');
    expect(asked).toHaveLength(1);
  });

  it('leaves a restored session as it was', () => {
    const { asked, go } = setUp();
    go('restoring', 'signed-in');
    expect(asked).toEqual([]);
  });

  it('forgets a sign-in that was refused', () => {
    const { asked, go } = setUp();
    go('signing-in', 'signed-out', 'restoring', 'signed-in');
    expect(asked).toEqual([]);
  });

  it('does it again for the next sign-in', () => {
    const { asked, go } = setUp();
    go('signing-in', 'signed-in', 'signed-out', 'signing-in', 'signed-in');
    expect(asked).toHaveLength(2);
  });

  it('gives the reason where the agent is not to be ready', () => {
    const { asked, go } = setUp(ok({}), 'false');
    go('signing-in', 'signed-in');
    expect(asked).toEqual([{ state: 'not-ready', reason: 'training' }]);
  });

  it('tells when the server refuses', async () => {
    const { told, go } = setUp(refuse('not-connected', 'There is no connection.'));
    go('signing-in', 'signed-in');
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual(['There is no connection.']);
  });
});
