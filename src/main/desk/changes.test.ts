import { describe, expect, it } from 'vitest';
import type { DeskUpdate, InteractionView } from '#shared/ipc/view.ts';
import { sampleContact, sampleInteraction, sampleMessage } from '../cache/samples.ts';
import { Changes } from './changes.ts';

function setUp() {
  const updates: DeskUpdate[] = [];
  const scheduled: (() => void)[] = [];
  const views = new Map<string, InteractionView>();
  const connection = { state: 'connected', retryAt: null, error: null, queuedSends: 0, serverUrl: '' } as const;
  let queuedSends = 0;
  const changes = new Changes(
    {
      session: () => {
        throw new Error('no session in this test');
      },
      connection: () => ({ ...connection, queuedSends }),
      interaction: (id) => views.get(id),
      unfinished: () => null,
      plugins: () => [],
      options: () => ({ options: {}, revision: 0 }),
      notices: () => [],
      arrangement: () => ({ pinned: [], order: null }),
      responseHabits: () => ({ favourites: [], used: [] }),
      library: () => ({ templates: {}, responses: 0 }),
      poppedOut: () => [],
    },
    (update) => updates.push(update),
    (flush) => scheduled.push(flush),
  );
  const put = (id: string, draft: string): void => {
    const interaction = sampleInteraction(id);
    views.set(id, {
      interaction,
      contact: sampleContact(),
      draft,
      note: '',
      unread: 0,
      stale: false,
      failures: [],
      hasOlder: false,
      options: {},
    });
    changes.interaction(id);
  };
  const tick = (): void => {
    for (const flush of scheduled.splice(0)) flush();
  };
  return { changes, updates, views, put, tick, setQueued: (count: number) => (queuedSends = count), scheduled };
}

describe('updates to pages', () => {
  it('hold each thing once, as it is at the end of the tick', () => {
    const { changes, updates, put, tick, setQueued } = setUp();
    put('a', 'first');
    put('a', 'second');
    setQueued(1);
    changes.part('connection');
    setQueued(2);
    changes.part('connection');
    changes.message(sampleMessage(1, { text: 'old' }));
    changes.message(sampleMessage(1, { text: 'new' }));
    expect(updates).toEqual([]);
    tick();
    expect(updates).toHaveLength(1);
    expect(updates[0]?.changes).toMatchObject([
      { type: 'connection', connection: { queuedSends: 2 } },
      { type: 'interaction', interaction: { draft: 'second' } },
      { type: 'message', message: { text: 'new' } },
    ]);
  });

  it('are numbered without holes, and nothing is sent when nothing changed', () => {
    const { changes, updates, put, tick } = setUp();
    put('a', '');
    tick();
    tick();
    changes.flush();
    put('a', 'x');
    tick();
    expect(updates.map((update) => update.version)).toEqual([1, 2]);
    expect(changes.version).toBe(2);
  });

  it('say once that pages warned, and only then', () => {
    const { changes, updates, put, tick } = setUp();
    changes.warned();
    changes.warned();
    tick();
    put('a', 'x');
    tick();
    expect(updates.map((update) => update.changes.map(({ type }) => type))).toEqual([['warned'], ['interaction']]);
  });

  it('say that an interaction is gone, whatever changed in it before', () => {
    const { changes, updates, views, put, tick } = setUp();
    put('a', 'x');
    views.delete('a');
    changes.interaction('a');
    tick();
    expect(updates[0]?.changes).toEqual([{ type: 'interaction-removed', interactionId: 'a' }]);
  });

  it('leave out messages of a transcript that is to be read anew', () => {
    const { changes, updates, tick } = setUp();
    changes.message(sampleMessage(1));
    changes.transcript('ixn-1');
    changes.message(sampleMessage(2));
    changes.message(sampleMessage(3, { interactionId: 'other' }));
    changes.show('ixn-1');
    tick();
    expect(updates[0]?.changes).toMatchObject([
      { type: 'transcript-reset', interactionId: 'ixn-1' },
      { type: 'message', message: { interactionId: 'other' } },
      { type: 'show-interaction', interactionId: 'ixn-1' },
    ]);
  });

  it('that were flushed early do not come a second time', () => {
    const { changes, updates, put, tick, scheduled } = setUp();
    put('a', '');
    changes.flush();
    put('b', '');
    expect(scheduled).toHaveLength(2);
    tick();
    expect(updates.map((update) => update.changes.length)).toEqual([1, 1]);
  });
});
