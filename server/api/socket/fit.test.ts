import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template, TemplateList } from '#shared/domain/template.ts';
import { fitInteraction, fitPage, fitSnapshot, fitTemplates, jsonBytes, responsePage, splitBatch } from './fit.ts';
import { MemoryLog, messageOf, snapshotOf, statusOf } from './testing.ts';

const many = (count: number, size: number) =>
  Array.from({ length: count }, (_, i) => messageOf(`m${i}`, 'ä'.repeat(size)));

describe('fit', () => {
  it('leaves alone what fits', () => {
    const snapshot = snapshotOf('i1', many(3, 10));
    expect(fitInteraction(snapshot, 100_000)).toBe(snapshot);
  });

  it('keeps the newest messages and says that there are older ones', () => {
    const fitted = fitInteraction(snapshotOf('i1', many(200, 1000)), 50_000);
    expect(jsonBytes(fitted)).toBeLessThanOrEqual(50_000);
    expect(fitted.messages.at(-1)?.id).toBe('m199');
    expect(fitted.messages.length).toBeGreaterThan(5);
    expect(fitted.hasOlder).toBe(true);
  });

  it('counts bytes, not letters', () => {
    expect(jsonBytes('ä')).toBe(4);
  });

  it('gives each interaction of a desk its share', () => {
    const interactions = Array.from({ length: 20 }, (_, i) => snapshotOf(`i${i}`, many(200, 200)));
    const fitted = fitSnapshot({ status: statusOf('kaa'), interactions }, 400_000);
    expect(jsonBytes(fitted)).toBeLessThanOrEqual(400_000);
    expect(fitted.interactions.every((one) => one.messages.length > 0)).toBe(true);
  });

  it('keeps at least one message of a page', () => {
    const page = fitPage({ messages: many(2, 5000), hasOlder: false }, 1000);
    expect(page).toMatchObject({ messages: [{ id: 'm1' }], hasOlder: true });
  });
});

describe('splitBatch', () => {
  it('keeps all events in order, each frame within the limit, and cursors that cover what was sent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const log = new MemoryLog();
        for (const size of sizes) log.happen('x'.repeat(size));
        const batch = { events: log.events, introduces: [snapshotOf('i1', many(3, 100))], cursor: sizes.length + 7 };
        const frames = splitBatch(batch, 0, 5000);
        expect(frames.flatMap((frame) => frame.events)).toEqual(log.events);
        expect(frames.flatMap((frame) => frame.introduces)).toHaveLength(1);
        expect(frames.at(-1)?.cursor).toBe(batch.cursor);
        for (const frame of frames) {
          expect(jsonBytes(frame)).toBeLessThanOrEqual(5200);
          const unsent = log.events.filter((event) => !sentBefore(frames, frame).includes(event));
          for (const event of unsent) expect(event.cursor).toBeGreaterThan(frame.cursor);
        }
      }),
    );
  });
});

function sentBefore(frames: ReturnType<typeof splitBatch>, upTo: (typeof frames)[number]) {
  return frames.slice(0, frames.indexOf(upTo) + 1).flatMap((frame) => frame.events);
}

describe('pages of responses', () => {
  const sizes = fc.array(fc.nat(300), { maxLength: 40 });

  it('bring all of them, once and in order, each page within the limit', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 600, max: 2000 }), (lengths, limit) => {
        const all = lengths.map((length, index) => ({ id: `r${index}`, text: 'x'.repeat(length) }));
        const got: (typeof all)[number][] = [];
        for (let page = responsePage(all, undefined, limit); ; page = responsePage(all, got.at(-1)?.id, limit)) {
          expect(jsonBytes(page)).toBeLessThanOrEqual(limit);
          got.push(...page.responses);
          if (!page.hasMore) break;
        }
        expect(got).toEqual(all);
      }),
    );
  });

  it('begin anew where the last one is not known any more', () => {
    expect(responsePage([{ id: 'a' }, { id: 'b' }], 'gone', 1000).responses).toHaveLength(2);
  });
});

describe('a list of templates', () => {
  const template = (name: string, status: Template['status']): Template => ({
    ...{ id: name, channel: 'jungle', name, language: 'en', category: 'utility', status, reason: null },
    ...{ quality: 'green', parameterFormat: 'positional', header: null, footer: null, buttons: [], unknownParts: [] },
    body: { text: '😀'.repeat(200), parameters: [], examples: {} },
  });
  const list: TemplateList = {
    channel: 'jungle',
    templates: [template('a', 'rejected'), template('b', 'approved'), template('c', 'approved')],
    refreshedAt: 1,
    error: null,
  };

  it('that fits is sent as it is', () => expect(fitTemplates(list, 10_000)).toBe(list));

  it('that does not says so, and has those that can be sent', () => {
    const fitted = fitTemplates(list, 2600);
    expect(fitted.templates.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(fitted.error).toMatchObject({ code: 'too-many-templates' });
    expect(jsonBytes(fitted)).toBeLessThanOrEqual(2600);
    const error = { code: 'provider-unreachable', message: 'Away', retryable: true };
    expect(fitTemplates({ ...list, error }, 2600).error).toEqual(error);
  });
});
