import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { DeskChange } from '#shared/ipc/view.ts';
import { ok, refuse } from '#shared/result.ts';
import {
  sampleContact,
  sampleInteraction,
  sampleMessage,
  sampleView,
} from '../../../tests/renderer-harness/samples.ts';
import { DeskClient } from '../ipc/desk-client.ts';
import { createDeskStore } from './desk-store.ts';
import { DeskSync } from './desk-sync.ts';
import { ManualBridge, settle } from './testing.ts';
import { UnfinishedSync } from './unfinished-sync.ts';

const akela = sampleInteraction({ id: 'akela', contact: sampleContact({ name: 'Akela' }) });
const plugins: DeskChange = { type: 'plugins', plugins: [] };

function desk() {
  const bridge = new ManualBridge();
  const store = createDeskStore();
  const clock = new ManualClock();
  const shown: string[] = [];
  const client = new DeskClient({ bridge, onRefusal: () => undefined, faultMessage: () => 'no answer' });
  const unfinished = new UnfinishedSync({ client, store, clock });
  const sync = new DeskSync({ client, store, clock, unfinished, onShow: (id) => shown.push(id) });
  return { bridge, store, clock, shown, sync };
}

async function started(version = 5) {
  const parts = desk();
  parts.sync.start();
  parts.bridge.of('desk.view')[0]?.answer(ok({ ...sampleView({ interactions: [akela] }), version }));
  await settle();
  return parts;
}

describe('DeskSync', () => {
  it('shows the picture, then each update that is the next one', async () => {
    const { bridge, store } = await started(5);
    expect(store.getState()).toMatchObject({ loaded: true, version: 5 });
    bridge.push(6, plugins);
    expect(store.getState()).toMatchObject({ version: 6, plugins: [] });
  });

  it('drops an update that is in the picture already', async () => {
    const { bridge, store } = await started(5);
    bridge.push(5, plugins);
    expect(store.getState().plugins).toHaveLength(1);
  });

  it('holds updates that come before the picture, and applies those that are newer', async () => {
    const { bridge, store, sync } = desk();
    sync.start();
    bridge.push(5, { type: 'interaction-removed', interactionId: 'akela' });
    bridge.push(6, plugins);
    bridge.of('desk.view')[0]?.answer(ok({ ...sampleView({ interactions: [akela] }), version: 5 }));
    await settle();
    expect(store.getState()).toMatchObject({ version: 6, plugins: [] });
    expect(store.getState().interactions.has('akela')).toBe(true);
  });

  it('asks for the whole picture again when an update was missed', async () => {
    const { bridge, store } = await started(5);
    bridge.push(7, plugins);
    expect(store.getState().version).toBe(5);
    expect(bridge.of('desk.view')).toHaveLength(2);
    bridge.push(8, { type: 'notices', notices: [] });
    bridge.of('desk.view')[1]?.answer(ok({ ...sampleView(), version: 7 }));
    await settle();
    expect(store.getState().version).toBe(8);
    expect(bridge.of('desk.view')).toHaveLength(2);
  });

  it('never goes back to an older picture', async () => {
    const { bridge, store } = await started(5);
    bridge.push(7, plugins);
    bridge.of('desk.view')[1]?.answer(ok({ ...sampleView(), version: 3 }));
    await settle();
    expect(store.getState()).toMatchObject({ version: 5, interactions: { size: 1 } });
  });

  it('asks again after a second when even the new picture leaves a gap', async () => {
    const { bridge, clock, store } = await started(5);
    bridge.push(9, plugins);
    bridge.of('desk.view')[1]?.answer(ok({ ...sampleView(), version: 6 }));
    await settle();
    expect(store.getState().version).toBe(6);
    clock.advance(1000);
    bridge.of('desk.view')[2]?.answer(ok({ ...sampleView(), version: 8 }));
    await settle();
    expect(store.getState()).toMatchObject({ version: 9, plugins: [] });
  });

  it('says why the first picture is refused, and tries again', async () => {
    const { bridge, clock, store, sync } = desk();
    sync.start();
    bridge.of('desk.view')[0]?.answer(refuse('internal-error', 'The cache is locked.', true));
    await settle();
    expect(store.getState().fault?.message).toBe('The cache is locked.');
    clock.advance(1000);
    bridge.of('desk.view')[1]?.answer(ok(sampleView()));
    await settle();
    expect(store.getState()).toMatchObject({ loaded: true, fault: null });
  });

  it('treats a broken bridge as a refusal', async () => {
    const { bridge, store, sync } = desk();
    sync.start();
    bridge.of('desk.view')[0]?.break();
    await settle();
    expect(store.getState().fault).toMatchObject({ code: 'ipc-failed', message: 'no answer' });
  });

  it('passes on which interaction main wants in front', async () => {
    const { bridge, shown } = await started();
    bridge.push(6, { type: 'show-interaction', interactionId: 'akela' });
    expect(shown).toEqual(['akela']);
  });

  it('stops listening, and leaves a late answer alone', async () => {
    const { bridge, store, sync } = desk();
    sync.start();
    sync.stop();
    bridge.of('desk.view')[0]?.answer(ok(sampleView()));
    await settle();
    expect(bridge.listening).toBe(false);
    expect(store.getState().loaded).toBe(false);
  });
});

describe('DeskSync, transcripts', () => {
  const first = sampleMessage({ interactionId: 'akela', id: 'm1', arrivalOrder: 1, text: 'first' });
  const second = sampleMessage({ interactionId: 'akela', id: 'm2', arrivalOrder: 2, text: 'second' });

  const texts = (parts: Awaited<ReturnType<typeof started>>) =>
    parts.store
      .getState()
      .transcripts.get('akela')
      ?.messages.map(({ text }) => text);

  it('asks once, however often it is opened', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    void parts.sync.openTranscript('akela');
    expect(parts.bridge.of('transcript.open')).toHaveLength(1);
    parts.bridge.of('transcript.open')[0]?.answer(ok({ messages: [second, first], hasOlder: true }));
    await settle();
    expect(texts(parts)).toEqual(['first', 'second']);
    void parts.sync.openTranscript('akela');
    expect(parts.bridge.of('transcript.open')).toHaveLength(1);
  });

  it('keeps what was pushed while the answer was on its way', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    parts.bridge.push(6, { type: 'message', message: { ...first, text: 'first, edited' } });
    parts.bridge.push(7, { type: 'message', message: second });
    parts.bridge.of('transcript.open')[0]?.answer(ok({ messages: [first], hasOlder: false }));
    await settle();
    expect(texts(parts)).toEqual(['first, edited', 'second']);
  });

  it('reads the messages again after a reset, and drops the answer from before it', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    parts.bridge.push(6, { type: 'transcript-reset', interactionId: 'akela' });
    const [late, current] = parts.bridge.of('transcript.open');
    current?.answer(ok({ messages: [second], hasOlder: false }));
    late?.answer(ok({ messages: [first], hasOlder: false }));
    await settle();
    expect(texts(parts)).toEqual(['second']);
  });

  it('reads open transcripts again after updates were missed', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    parts.bridge.of('transcript.open')[0]?.answer(ok({ messages: [first], hasOlder: false }));
    await settle();
    parts.bridge.push(9, plugins);
    parts.bridge.of('desk.view')[1]?.answer(ok({ ...sampleView({ interactions: [akela] }), version: 9 }));
    await settle();
    parts.bridge.of('transcript.open')[1]?.answer(ok({ messages: [first, second], hasOlder: false }));
    await settle();
    expect(texts(parts)).toEqual(['first', 'second']);
  });

  it('says why messages are refused, and asks again when opened again', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    parts.bridge.of('transcript.open')[0]?.answer(refuse('cache-locked', 'The cache is locked.', true));
    await settle();
    expect(parts.store.getState().transcripts.get('akela')).toMatchObject({
      state: 'failed',
      error: { code: 'cache-locked' },
    });
    void parts.sync.openTranscript('akela');
    expect(parts.bridge.of('transcript.open')).toHaveLength(2);
  });

  it('asks for older messages from the oldest one here, and puts them in front', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    parts.bridge.of('transcript.open')[0]?.answer(ok({ messages: [second], hasOlder: true }));
    await settle();
    void parts.sync.loadOlder('akela');
    void parts.sync.loadOlder('akela');
    expect(parts.bridge.of('transcript.older')).toMatchObject([{ params: { before: 2 } }]);
    parts.bridge.of('transcript.older')[0]?.answer(ok({ messages: [first], hasOlder: false }));
    await settle();
    expect(texts(parts)).toEqual(['first', 'second']);
    expect(parts.store.getState().transcripts.get('akela')).toMatchObject({ hasOlder: false, loadingOlder: false });
  });

  it('forgets the messages of an interaction that is gone, and its late answer', async () => {
    const parts = await started();
    void parts.sync.openTranscript('akela');
    parts.bridge.push(6, { type: 'interaction-removed', interactionId: 'akela' });
    parts.bridge.of('transcript.open')[0]?.answer(ok({ messages: [first], hasOlder: false }));
    await settle();
    expect(parts.store.getState().transcripts.size).toBe(0);
  });

  it.each([
    ['draft', 'draft.set', 'setDraft'],
    ['note', 'note.set', 'setNote'],
  ] as const)(
    'shows a %s at once, tells main, and lets no update under way bring the older one back',
    async (begun, channel, set) => {
      const { bridge, store, sync, clock } = await started(5);
      const text = () => store.getState().interactions.get('akela')?.[begun];
      sync[set]('akela', 'Hello');
      expect(text()).toBe('Hello');
      expect(bridge.of(channel)[0]?.params).toEqual({ interactionId: 'akela', text: 'Hello' });
      bridge.push(6, { type: 'interaction', interaction: { ...akela, unread: 3 } });
      expect(store.getState().interactions.get('akela')).toMatchObject({ unread: 3, [begun]: 'Hello' });
      clock.advance(10_000);
      bridge.push(7, { type: 'interaction', interaction: { ...akela, [begun]: 'What came back' } });
      expect(text()).toBe('What came back');
    },
  );
});
