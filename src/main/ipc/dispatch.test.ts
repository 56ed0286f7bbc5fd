import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IpcChannel, ipcChannels } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/result.ts';
import { silentLog } from '../desk/log.ts';
import { type DispatchOptions, dispatch, type IpcHandlers } from './dispatch.ts';

const channels = Object.keys(ipcChannels) as IpcChannel[];

function build(answer: (channel: string) => unknown = () => ok({}), guard?: DispatchOptions['guard']) {
  const called: string[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (_params: unknown, window: number) => {
        expect(window).toBe(7);
        called.push(channel);
        return answer(channel);
      },
    ]),
  ) as unknown as IpcHandlers;
  const options = { log: silentLog, window: 7, ...(guard ? { guard } : {}) };
  return { called, ask: (payload: unknown) => dispatch(handlers, payload, options) };
}

describe('requests of pages', () => {
  it('reach their handler with checked parameters', async () => {
    const { called, ask } = build();
    expect(await ask({ channel: 'desk.view', params: {} })).toEqual(ok({}));
    expect(called).toEqual(['desk.view']);
  });

  it.each([undefined, null, 42, 'desk.view', [], {}, { channel: 7 }, { channel: '' }])('refuse %j', async (payload) => {
    const { called, ask } = build();
    const refused = await ask(payload);
    expect(!refused.ok && refused.error.code).toMatch(/^ipc-/);
    expect(called).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'desk.destroy'])('know no channel %s', async (channel) => {
    const { ask } = build();
    const refused = await ask({ channel, params: {} });
    expect(!refused.ok && refused.error.code).toBe('ipc-channel-unknown');
  });

  it.each(channels)('%s: whatever is passed, the handler only runs with what its schema takes', async (channel) => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (params) => {
        const { called, ask } = build();
        const fits = ipcChannels[channel].params.safeParse(params).success;
        const answer = await ask({ channel, params });
        expect(called).toHaveLength(fits ? 1 : 0);
        expect(answer.ok).toBe(fits);
      }),
      { numRuns: 200 },
    );
  });

  it('that the guard refuses reach no handler', async () => {
    const guard: DispatchOptions['guard'] = (channel) =>
      channel === 'desk.view' ? refuse('desk-locked', 'locked') : undefined;
    const { called, ask } = build(() => ok({}), guard);
    expect(await ask({ channel: 'desk.view', params: {} })).toMatchObject({ error: { code: 'desk-locked' } });
    expect((await ask({ channel: 'options.list', params: {} })).ok).toBe(true);
    expect(called).toEqual(['options.list']);
  });

  it('answer a bug in a handler with a code', async () => {
    const { ask } = build(() => {
      throw new Error('boom');
    });
    const refused = await ask({ channel: 'desk.view', params: {} });
    expect(!refused.ok && refused.error.code).toBe('internal-error');
  });
});
