/// <reference types="vite/client" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { interactivePayload } from '#server/drivers/whatsapp/payload.ts';
import type { InteractiveContent } from '#shared/domain/outbound.ts';
import { type StructuredBody, structuredBodySchema } from '#shared/domain/structured-body.ts';
import { interactiveBody } from '#shared/rules/structured-body.ts';
import { account, akela, defaults, phoneId, World } from '#simulator/testing/world.ts';
import { createMediaTypeViews } from '../../plugins/whatsapp/views/media-type-views.tsx';
import { StructuredBodyView } from '../../src/renderer/components/structured-body/structured-body.tsx';

// UI-7: what transcript, editor and builder draw is what stands on the customer's phone.

const folder = join(import.meta.dirname, '../../plugins/whatsapp/rules/templates/golden');
const goldenSchema = z.looseObject({
  provider: z.looseObject({}),
  media: z.looseObject({ handle: z.looseObject({ id: z.string().optional() }), fileName: z.string() }).nullable(),
  body: structuredBodySchema,
  payload: z.looseObject({}),
});
type Golden = z.infer<typeof goldenSchema>;

const golden = readdirSync(folder).map((file): readonly [name: string, golden: Golden] => [
  file.replace('.json', ''),
  goldenSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
]);

const views = createMediaTypeViews((key) => key);
const i18n = createInstance();
const world = new World();

beforeAll(async () => {
  await i18n.use(initReactI18next).init({ lng: 'en', resources: { en: {} }, keySeparator: false, nsSeparator: false });
  await world.start();
});
afterAll(() => world.stop());

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

function textOf(markup: string): string {
  const seen = markup.replace(/<span class="visually-hidden">.*?<\/span>/g, '').replace(/<[^>]*>/g, '');
  return seen.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
}

type Part = 'header' | 'body' | 'footer' | 'button' | 'list' | 'section' | 'row';

/** As the simulator writes what a phone shows: a file by its kind, buttons in brackets, rows with a dash. */
function phoneLine(part: Part, format: string | undefined, text: string): string {
  if (format !== undefined) return `(${format})`;
  if (part === 'button' || part === 'list') return `[${text}]`;
  return part === 'row' ? `- ${text}` : text;
}

/** The lines that are drawn, in their order on the page. */
function drawn(body: StructuredBody): string {
  const view = createElement(StructuredBodyView, { body, views, expanded: true });
  const markup = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, view));
  const pieces = [...markup.matchAll(/<(\w+)(?=[^>]* data-part="(\w+)")(?:[^>]* data-format="(\w+)")?[^>]*>/g)];
  return pieces
    .map((piece, index) => {
      const end = pieces[index + 1]?.index ?? markup.length;
      const inner = within(markup.slice(piece.index, end), piece[1] ?? '');
      return phoneLine(piece[2] as Part, piece[3], textOf(inner));
    })
    .join('\n');
}

/** Up to where the element that begins it ends. */
function within(markup: string, tag: string): string {
  let depth = 0;
  for (const { 0: found, index } of markup.matchAll(new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g'))) {
    depth += found.startsWith('</') ? -1 : 1;
    if (depth === 0) return markup.slice(0, index);
  }
  return markup;
}

/** The phone shows marks as they were written; pages show what they mean. */
const shown = (phone: string): string =>
  phone
    .split('\n')
    // The simulator's own dash is no mark.
    .map((line) => (line.startsWith('- ') ? line : views.plainText(line)))
    .join('\n');

const types = { image: 'image/jpeg', video: 'video/mp4', document: 'application/pdf' } as const;

/** What leaves, with a file the simulator really was given in place of the golden one. */
async function payloadOf({ body, payload, media }: Golden): Promise<object> {
  const format = body.header?.format;
  if (!media?.handle.id || format === undefined || format === 'text') return payload;
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', types[format]);
  form.set('file', new Blob(['sample'], { type: types[format] }), media.fileName);
  const headers = { authorization: `Bearer ${defaults.accessToken}` };
  const answer = await fetch(`${world.url}/v25.0/${phoneId}/media`, { method: 'POST', headers, body: form });
  const { id } = z.object({ id: z.string() }).parse(await answer.json());
  return JSON.parse(JSON.stringify(payload).replaceAll(media.handle.id, id));
}

describe.each(golden)('the notification %s', (_, one) => {
  it('is drawn as it stands on the phone', async () => {
    const { id: _id, status: _status, quality_score: _score, rejected_reason: _reason, ...request } = one.provider;
    const made = await world.graph('POST', `/v25.0/${account}/message_templates`, request);
    await world.control(`/templates/${made.body.id}`, { status: 'APPROVED' });
    const sent = await world.send({ type: 'template', template: await payloadOf(one) });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    world.clock.advance(1000);
    expect(drawn(one.body)).toBe(shown((await world.phone()).at(-1).text));
  });
});

const shared = { header: null, body: 'When may we *come by*?', footer: null } as const;
const interactive: readonly InteractiveContent[] = [
  {
    ...shared,
    type: 'buttons',
    header: { format: 'text', text: 'Your delivery' },
    footer: 'Until noon',
    buttons: [
      { id: 'button-1', title: 'Thursday <1>' },
      { id: 'button-2', title: '"Friday" & later' },
    ],
  },
  {
    ...shared,
    type: 'list',
    button: 'Choose',
    sections: [
      { title: 'Morning', rows: [{ id: 'row-1', title: 'Eight' }] },
      {
        title: 'Evening',
        rows: [
          { id: 'row-2', title: 'Six' },
          { id: 'row-3', title: 'Seven' },
        ],
      },
    ],
  },
  { ...shared, type: 'url', title: 'Open', url: 'https://jungle.example' },
];

describe.each(interactive)('the interactive message of type $type', (content) => {
  it('is drawn as it stands on the phone, where what is drawn can be chosen', async () => {
    await world.inbound();
    const sent = await world.send({ type: 'interactive', interactive: interactivePayload(content, undefined) });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    world.clock.advance(1000);
    const body = interactiveBody({ kind: 'interactive', interactive: content });
    expect(drawn(body)).toBe(shown((await world.phone()).at(-1).text));
    const options = [...body.buttons, ...(body.list?.sections.flatMap(({ rows }) => rows) ?? [])];
    for (const option of options.filter((one) => 'id' in one)) {
      const { status } = await world.control(`/phones/${akela}/choose`, { id: option.id });
      expect(status).toBe(200);
      expect((await world.phone()).at(-1).text).toBe(option.title);
    }
  });
});
