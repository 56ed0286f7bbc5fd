import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { templatePayload } from '#server/drivers/whatsapp/payload.ts';
import { readTemplate } from '#server/drivers/whatsapp/template-reader.ts';
import { structuredBodySchema } from '#shared/domain/structured-body.ts';
import { templateSchema } from '#shared/domain/template.ts';
import { templateFillSchema } from '#shared/domain/template-fill.ts';
import { notificationBody } from '#shared/rules/structured-body.ts';
import { account, akela, defaults, phoneId, World } from '#simulator/testing/world.ts';

// WA-4: one model from the provider's list to what leaves, a golden file a kind of component. Pages draw the same files.

const folder = join(import.meta.dirname, '../../plugins/whatsapp/rules/templates/golden');
const goldenSchema = z.strictObject({
  provider: z.looseObject({ name: z.string(), components: z.array(z.looseObject({ type: z.string() })) }),
  template: templateSchema.strict(),
  fill: templateFillSchema.strict(),
  media: z
    .strictObject({
      handle: z.union([z.strictObject({ id: z.string() }), z.strictObject({ link: z.string() })]),
      fileName: z.string(),
    })
    .nullable(),
  body: structuredBodySchema.strict(),
  payload: z.looseObject({}),
});
type Golden = z.infer<typeof goldenSchema>;

const golden = readdirSync(folder).map((file): readonly [name: string, golden: Golden] => [
  file.replace('.json', ''),
  goldenSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
]);

const types = { image: 'image/jpeg', video: 'video/mp4', document: 'application/pdf' } as const;
const world = new World();
let kapso: WhatsAppClient;

beforeAll(async () => {
  await world.start();
  kapso = new WhatsAppClient({ baseUrl: world.url, graphVersion: 'v25.0', accessToken: defaults.accessToken });
});
afterAll(() => world.stop());

/** What leaves for a template as the simulator has it, with a file it really was given. */
async function payloadFor({ template, fill, media }: Golden): Promise<Record<string, unknown>> {
  const { header } = template;
  if (!media || !('id' in media.handle) || !header || header.format === 'text') {
    return templatePayload(template, fill, media ?? undefined);
  }
  const { id } = await kapso.media.upload({
    ...{ phoneNumberId: phoneId, type: types[header.format], fileName: media.fileName },
    file: new Blob(['sample'], { type: types[header.format] }),
  });
  return templatePayload(template, fill, { ...media, handle: { id } });
}

/** Makes the template at the simulator and has it approved. */
async function approve({ provider }: Golden): Promise<void> {
  const { id: _, status: __, quality_score: ___, rejected_reason: ____, ...request } = provider;
  const { status, body } = await world.graph('POST', `/v25.0/${account}/message_templates`, request);
  expect(status, JSON.stringify(body)).toBe(200);
  await world.control(`/templates/${body.id}`, { status: 'APPROVED' });
}

it('has a golden file for every kind of component', () => {
  const templates = golden.map(([, { template }]) => template);
  const formats = new Set(templates.map(({ header }) => header?.format));
  expect(formats).toEqual(new Set([undefined, 'text', 'image', 'video', 'document']));
  expect(new Set(templates.flatMap(({ buttons }) => buttons.map(({ type }) => type)))).toEqual(
    new Set(['quick-reply', 'url', 'call', 'copy-code']),
  );
  expect(new Set(templates.map(({ parameterFormat }) => parameterFormat))).toEqual(new Set(['positional', 'named']));
});

describe.each(golden)('%s', (_name, one) => {
  it('is read, drawn and sent as its golden file says', () => {
    const { provider, template, fill, media, body, payload } = one;
    expect(readTemplate(provider, 'jungle')).toEqual(template);
    expect(notificationBody(template, fill)).toEqual(body);
    expect(templatePayload(template, fill, media ?? undefined)).toEqual(payload);
  });

  it('is taken by the simulator, also by way of a client library of others', async () => {
    await approve(one);
    const template = await payloadFor(one);
    const sent = await world.send({ type: 'template', template });
    expect(sent.body).toMatchObject({ messages: [{ message_status: 'accepted' }] });
    world.clock.advance(1000);
    // What is drawn here stands on the phone there.
    expect((await world.phone()).at(-1).text).toContain(one.body.body);
    type Input = Parameters<typeof kapso.messages.sendTemplate>[0]['template'];
    const again = { phoneNumberId: phoneId, to: akela, template: template as unknown as Input };
    expect((await kapso.messages.sendTemplate(again)).messages).toHaveLength(1);
  });

  it('is refused by the simulator with anything less', async () => {
    const template = (await payloadFor(one)) as { components?: readonly unknown[] };
    const needed = template.components?.some((part) => !JSON.stringify(part).includes('quick_reply')) ?? false;
    const { status } = await world.send({ type: 'template', template: { ...template, components: [] } });
    expect(status === 200).toBe(!needed);
  });
});
