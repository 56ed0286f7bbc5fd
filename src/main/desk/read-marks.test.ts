import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { Message } from '#shared/domain/message.ts';
import type { ReadMarkPolicy } from '#shared/plugin-api/background.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { sampleMessage } from '../cache/samples.ts';
import { ReadMarks } from './read-marks.ts';

let clock: ManualClock;
let told: string[];
let answers: Result<unknown>[];
let policy: ReadMarkPolicy | undefined;
let newest: Message | undefined;
let marks: ReadMarks;

beforeEach(() => {
  clock = new ManualClock();
  told = [];
  answers = [];
  policy = 'on-view';
  newest = sampleMessage(1, { interactionId: 'a' });
  marks = new ReadMarks({
    clock,
    policyOf: () => policy,
    newestOf: () => newest,
    tell: async ({ messageId }) => {
      told.push(messageId);
      return answers.shift() ?? ok({});
    },
  });
});

const settle = () => new Promise((resolve) => setImmediate(resolve));
const first = () => newest?.id ?? '';

describe('messages in view', () => {
  it('are read after a second, once', async () => {
    marks.view('a');
    clock.advance(999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toEqual([first()]);
    marks.look();
    clock.advance(5_000);
    expect(told).toHaveLength(1);
  });

  it('that were in view for less are not', () => {
    marks.view('a');
    clock.advance(999);
    marks.view(null);
    clock.advance(5_000);
    marks.view('a');
    clock.advance(999);
    expect(told).toEqual([]);
  });

  it('that come while others are looked at have their own second, however fast they come', () => {
    marks.view('a');
    const came: string[] = [first()];
    for (let order = 2; order < 8; order += 1) {
      clock.advance(400);
      newest = sampleMessage(order, { interactionId: 'a' });
      came.push(newest.id);
      marks.look();
    }
    // After 2.4 s: the first, and the one that was newest when it was marked.
    expect(told).toEqual([came[0], came[2]]);
    clock.advance(5_000);
    expect(told.at(-1)).toBe(came.at(-1));
  });

  it('are told again with the next change when the server could not be told', async () => {
    answers.push(refuse('not-connected', '', true));
    marks.view('a');
    clock.advance(1_000);
    await settle();
    clock.advance(60_000);
    expect(told).toHaveLength(1);
    marks.look();
    clock.advance(1_000);
    expect(told).toHaveLength(2);
  });

  it('are not told again when the server will not have it', async () => {
    answers.push(refuse('not-yours', ''));
    marks.view('a');
    clock.advance(1_000);
    await settle();
    marks.look();
    clock.advance(1_000);
    expect(told).toHaveLength(1);
  });

  it.each<[string, ReadMarkPolicy | undefined]>([
    ['by option', 'never'],
    ['while the interaction is not in hand', undefined],
  ])('are not told: %s', (_name, of) => {
    policy = of;
    marks.view('a');
    marks.accepted('a');
    clock.advance(5_000);
    expect(told).toEqual([]);
  });
});

describe('an interaction that is accepted', () => {
  it('is read at once where the option says so, and what follows when it was in view', () => {
    policy = 'on-accept';
    marks.accepted('a');
    expect(told).toEqual([first()]);
    newest = sampleMessage(2, { interactionId: 'a' });
    marks.look();
    clock.advance(5_000);
    expect(told).toHaveLength(1);
    marks.view('a');
    clock.advance(1_000);
    expect(told).toHaveLength(2);
  });

  it('is not read by that alone otherwise', () => {
    marks.accepted('a');
    expect(told).toEqual([]);
  });
});
