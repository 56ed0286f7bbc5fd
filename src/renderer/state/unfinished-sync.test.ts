import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import { ok } from '#shared/result.ts';
import { sampleView } from '../../../tests/renderer-harness/samples.ts';
import { DeskClient } from '../ipc/desk-client.ts';
import { createDeskStore } from './desk-store.ts';
import { DeskSync } from './desk-sync.ts';
import { ManualBridge, settle } from './testing.ts';
import { nothingBegun, UnfinishedSync } from './unfinished-sync.ts';

const file = { responseId: 'r', name: 'a.png', file: null };
const begun = (firstMessage: string): Unfinished => ({ ...nothingBegun, firstMessage });

async function started(unfinished: Record<string, Unfinished> = {}) {
  const bridge = new ManualBridge();
  const store = createDeskStore();
  const clock = new ManualClock();
  const client = new DeskClient({ bridge, onRefusal: () => undefined, faultMessage: () => 'no answer' });
  const work = new UnfinishedSync({ client, store, clock });
  const sync = new DeskSync({ client, store, clock, unfinished: work, onShow: () => undefined });
  sync.start();
  bridge.of('desk.view')[0]?.answer(ok({ ...sampleView({ unfinished }), version: 5 }));
  await settle();
  const written = () => bridge.of('unfinished.set').map(({ params }) => params);
  return { bridge, store, clock, work, written };
}

describe('what is begun', () => {
  it('is shown at once, and told to main when writing pauses', async () => {
    const { clock, work, written } = await started();
    work.keep('a', { firstMessage: 'H' });
    clock.advance(300);
    work.keep('a', { firstMessage: 'He' });
    expect(work.of('a')).toEqual(begun('He'));
    clock.advance(399);
    expect(written()).toEqual([]);
    clock.advance(1);
    expect(written()).toEqual([{ place: 'a', unfinished: begun('He') }]);
  });

  it('is told at once when it was sent or a file came or went, and when the page is left', async () => {
    const { work, written } = await started({ a: begun('Hello'), b: begun('Hello') });
    work.keep('a', { firstMessage: '' });
    work.keep('b', { attached: [file] });
    work.keep('c', { firstMessage: 'x' });
    work.flush();
    expect(written()).toEqual([
      { place: 'a', unfinished: null },
      { place: 'b', unfinished: { ...begun('Hello'), attached: [file] } },
      { place: 'c', unfinished: begun('x') },
    ]);
  });

  it('of another window is taken over, but not while something newer of this page is on its way', async () => {
    const { bridge, clock, work } = await started({ a: begun('of the disk') });
    expect(work.of('a')).toEqual(begun('of the disk'));
    bridge.push(6, { type: 'unfinished', place: 'a', unfinished: begun('of another') });
    expect(work.of('a')).toEqual(begun('of another'));

    work.keep('a', { firstMessage: 'of this' });
    bridge.push(7, { type: 'unfinished', place: 'a', unfinished: begun('late') });
    clock.advance(400);
    bridge.push(8, { type: 'unfinished', place: 'a', unfinished: begun('late') });
    expect(work.of('a')).toEqual(begun('of this'));

    bridge.of('unfinished.set')[0]?.answer(ok({}));
    await settle();
    bridge.push(9, { type: 'unfinished', place: 'a', unfinished: null });
    expect(work.of('a')).toEqual(nothingBegun);
  });

  it('stays when the whole picture is asked for again', async () => {
    const { bridge, store, work } = await started({ a: begun('a'), b: begun('b'), c: begun('c') });
    work.keep('a', { firstMessage: 'newer' });
    work.keep('b', { firstMessage: '' });
    bridge.push(7);
    const told = { a: begun('a'), b: begun('b'), d: begun('d') };
    bridge.of('desk.view')[1]?.answer(ok({ ...sampleView({ unfinished: told }), version: 7 }));
    await settle();
    expect(Object.fromEntries(store.getState().unfinished)).toEqual({ a: begun('newer'), d: begun('d') });
  });

  it('goes with the session: nothing of it is told to main after that', async () => {
    const { bridge, clock, work, written } = await started();
    work.keep('a', { firstMessage: 'H' });
    const session = { ...sampleView().session, phase: 'signed-out' } as const;
    bridge.push(6, { type: 'session', session }, { type: 'unfinished', place: 'a', unfinished: null });
    clock.advance(1000);
    work.flush();
    expect(work.of('a')).toEqual(nothingBegun);
    expect(written()).toEqual([]);
  });
});
