import { describe, expect, it } from 'vitest';
import type { Session } from '#shared/ipc/history.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { DeskClient } from '../ipc/desk-client.ts';
import { emptyModel } from './desk-model.ts';
import { createDeskStore } from './desk-store.ts';
import { HistorySync } from './history-sync.ts';

const NOW = 'now';
const wish = { count: 2, allChannels: false };

const session = (id: string, createdAt: number, hasOlder = false): Session =>
  ({ interaction: { id, createdAt }, messages: [{ id: `${id}-m`, arrivalOrder: 7 }], hasOlder }) as unknown as Session;

function build(answers: Record<string, Result<unknown>>) {
  const interactions = new Map([[NOW, { interaction: { id: NOW, createdAt: 10 } }]]);
  const store = createDeskStore({ ...emptyModel, interactions } as unknown as typeof emptyModel);
  const asked: { channel: string; params: Record<string, unknown> }[] = [];
  const client = {
    request: async (channel: string, params: Record<string, unknown>) => {
      asked.push({ channel, params });
      return answers[`${channel}/${params.from ?? ''}`] ?? refuse('not-connected', 'Offline.');
    },
  } as unknown as DeskClient;
  const history = new HistorySync(client, store);
  return { store, history, asked, earlier: () => store.getState().earlier.get(NOW) };
}

describe('finding out whether there are any', () => {
  it.each([
    ['there is one', ok({ sessions: [session('a', 1)], hasEarlier: false }), true],
    ['there is none', ok({ sessions: [], hasEarlier: false }), false],
    ['nobody can be asked', refuse('not-connected', 'Offline.'), true],
  ])('asks once: %s', async (_case, answer, hasEarlier) => {
    const { history, earlier, asked } = build({ 'transcript.earlier/server': answer });
    await history.probe(NOW, wish);
    await history.probe(NOW, wish);
    expect(earlier()).toMatchObject({ hasEarlier, sessions: [], loading: false });
    expect(asked).toHaveLength(1);
  });
});

describe('loading earlier sessions', () => {
  it('shows what the cache has, and then what the server knows', async () => {
    const { history, earlier, asked } = build({
      'transcript.earlier/cache': ok({ sessions: [session('b', 2)], hasEarlier: true }),
      'transcript.earlier/server': ok({ sessions: [session('b', 2), session('a', 1)], hasEarlier: false }),
    });
    await history.load(NOW, wish);
    expect(earlier()).toMatchObject({ hasEarlier: false, loading: false, error: null });
    expect(earlier()?.sessions.map(({ interaction: { id } }) => id)).toEqual(['a', 'b']);
    expect(asked.map(({ params }) => [params.from, params.before])).toEqual([
      ['cache', { id: NOW, createdAt: 10 }],
      ['server', { id: NOW, createdAt: 10 }],
    ]);
  });

  it('says why nothing came, unless the cache had something', async () => {
    const empty = ok({ sessions: [], hasEarlier: true });
    const offline = build({ 'transcript.earlier/cache': empty });
    await offline.history.load(NOW, wish);
    expect(offline.earlier()).toMatchObject({ loading: false, hasEarlier: true, error: { code: 'not-connected' } });
    const cached = build({ 'transcript.earlier/cache': ok({ sessions: [session('a', 1)], hasEarlier: true }) });
    await cached.history.load(NOW, wish);
    expect(cached.earlier()).toMatchObject({ loading: false, hasEarlier: true, error: null });
  });

  it('brings the rest of a long session before the ones before it', async () => {
    const { history, asked, earlier } = build({
      'transcript.earlier/cache': ok({ sessions: [session('a', 1, true)], hasEarlier: true }),
      'transcript.older/': ok({ messages: [{ id: 'older', arrivalOrder: 3 }], hasOlder: false }),
    });
    await history.load(NOW, wish);
    await history.load(NOW, wish);
    expect(asked.at(-1)).toMatchObject({ channel: 'transcript.older', params: { interactionId: 'a', before: 7 } });
    expect(earlier()?.sessions[0]?.messages.map(({ id }) => id)).toEqual(['older', 'a-m']);
  });

  it('asks once at a time, and forgets an interaction that left', async () => {
    const { history, asked, store, earlier } = build({
      'transcript.earlier/cache': ok({ sessions: [session('a', 1)], hasEarlier: true }),
    });
    const both = [history.load(NOW, wish), history.load(NOW, wish)];
    store.setState({ interactions: new Map() });
    await Promise.all(both);
    expect(asked.filter(({ params }) => params.from === 'cache')).toHaveLength(1);
    expect(earlier()?.sessions ?? []).toEqual([]);
  });
});
