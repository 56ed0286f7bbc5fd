import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assigned, type EngineKit, startEngine } from '#server/engine/testing.ts';
import { logEventSchema } from '#shared/domain/events.ts';
import { interactionSchema } from '#shared/domain/interaction.ts';
import { messageSchema } from '#shared/domain/message.ts';
import { arbitraryMutations, mutate } from '../support/mutate-json.ts';

const FOLDER = fileURLToPath(new URL('../data/webhooks/', import.meta.url));

const bodies: readonly unknown[] = readdirSync(FOLDER).map((name) =>
  JSON.parse(readFileSync(join(FOLDER, name), 'utf8')),
);

/** Some of the bodies name this message of ours. */
const SENT = 'wamid.SAMPLEOUT10';

async function startWithOneSent(): Promise<EngineKit> {
  const kit = await startEngine();
  const interactionId = await assigned(kit, 'kaa');
  kit.sender.next({ outcome: 'accepted', providerId: SENT });
  await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content: { kind: 'text', text: 'Hello' } });
  await kit.engine.idle();
  return kit;
}

/** What desks and REST would choke on: everything that is stored must be what its schema says. */
async function checkRecords(kit: EngineKit): Promise<void> {
  await kit.storage.read(async (tables) => {
    for (const event of await tables.events.after(0, 100_000)) {
      logEventSchema.parse(event);
      // The net under mistakes of ours must not have been needed.
      if (event.kind === 'channel.notice') expect(event.data.field).not.toMatch(/^failed\./);
    }
    const providerIds: string[] = [];
    for (const interaction of await tables.interactions.list({ limit: 10_000 })) {
      interactionSchema.parse(interaction);
      for (const message of await tables.messages.page(interaction.id, undefined, 10_000)) {
        messageSchema.parse(message);
        if (message.providerId !== null) providerIds.push(message.providerId);
      }
    }
    expect(new Set(providerIds).size).toBe(providerIds.length);
  });
}

describe('spoiled bodies', () => {
  it('are taken without failing, make no message twice, and leave nothing that breaks its schema', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...bodies), arbitraryMutations), { minLength: 10, maxLength: 30 }),
        async (pieces) => {
          const kit = await startWithOneSent();
          try {
            for (const [body, mutations] of pieces) {
              const spoiled = mutate(body, mutations);
              await kit.engine.receiveWebhook('jungle', spoiled);
              const again = await kit.engine.receiveWebhook('jungle', spoiled);
              expect(again).toMatchObject({ messages: 0, statuses: 0, notices: 0 });
            }
            await checkRecords(kit);
          } finally {
            await kit.stop();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
