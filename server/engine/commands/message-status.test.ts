import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assigned, type EngineKit, startEngine, statusWebhook } from '../testing.ts';

const FROM = '16145551234';
let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

const send = (interactionId: string, id: string) =>
  kit.engine.sendMessage('kaa', { id, interactionId, content: { kind: 'text', text: 'It leaves today.' } });
const windowOf = async (id: string) => (await kit.storage.read((t) => t.interactions.get(id)))?.window ?? null;
const refusedAsLate = (id: string) => {
  const errors = [{ code: 131047, title: 'Re-engagement message' }];
  return kit.engine.receiveWebhook('jungle', statusWebhook(`wamid.out.${id}`, 'failed', { errors }));
};

describe('a free message that the provider refuses as too late', () => {
  it('closes the window: no other one leaves until the customer writes', async () => {
    const interactionId = await assigned(kit, 'kaa', FROM);
    await kit.advance(60_000);
    const sentAt = kit.clock.now();
    await send(interactionId, 'm1');
    await kit.engine.idle();
    await refusedAsLate('m1');
    expect(await windowOf(interactionId)).toMatchObject({ closesAt: sentAt });
    expect(await send(interactionId, 'm2')).toMatchObject({ ok: false, error: { code: 'window-closed' } });
    await kit.advance(60_000);
    await kit.write(FROM, 'Hello?');
    expect(await send(interactionId, 'm3')).toMatchObject({ ok: true });
  });

  it('leaves open what the customer has opened since', async () => {
    const interactionId = await assigned(kit, 'kaa', FROM);
    await kit.advance(60_000);
    await send(interactionId, 'm1');
    await kit.engine.idle();
    await kit.advance(60_000);
    await kit.write(FROM, 'Hello?');
    const opened = await windowOf(interactionId);
    await refusedAsLate('m1');
    expect(await windowOf(interactionId)).toEqual(opened);
  });
});
