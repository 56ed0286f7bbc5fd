import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { silentLog } from '../log.ts';
import { settingsSchema } from '../settings.ts';
import { Receiver } from '../testing/receiver.ts';
import { WebhookSender } from './sender.ts';
import { signBody } from './signature.ts';

const settings = settingsSchema.parse({});
let clock: ManualClock;
let receiver: Receiver;
let sender: WebhookSender;
let url: string | undefined;

beforeEach(async () => {
  clock = new ManualClock();
  receiver = new Receiver();
  url = await receiver.start();
  settings.behaviour.reorder = false;
  settings.behaviour.duplicate = false;
  sender = new WebhookSender({ clock, log: silentLog, settings, callbackOf: () => url });
});

afterEach(async () => {
  sender.stop();
  await receiver.stop();
});

const send = (name: string, lane = 'number') => sender.send({ lane, json: JSON.stringify({ name }) });
const names = () => receiver.received.map(({ body }) => JSON.parse(body).name);

/** Attempts are recorded after the answer has come back, one turn of the loop after the receiver saw the request. */
async function attemptsOf(id: string, count: number): Promise<void> {
  while ((sender.deliveries().find((delivery) => delivery.id === id)?.attempts.length ?? 0) < count) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('webhook sender', () => {
  it('signs the exact bytes it sends', async () => {
    send('Grüße/😀');
    const [first] = await receiver.atLeast(1);
    expect(first?.headers['x-hub-signature-256']).toBe(signBody(settings.appSecret, Buffer.from(first?.body ?? '')));
    expect(first?.headers['content-type']).toBe('application/json');
    expect(first?.body).toBe(String.raw`{"name":"Gr\u00fc\u00dfe\/\ud83d\ude00"}`);
  });

  it('signs wrongly, or not at all, when asked to', async () => {
    sender.send({ lane: 'a', json: '{}', signature: 'wrong' });
    sender.send({ lane: 'b', json: '{}', signature: 'missing' });
    const received = await receiver.atLeast(2);
    const signatures = received.map(({ headers }) => headers['x-hub-signature-256']);
    expect(signatures).toHaveLength(2);
    expect(signatures).toContain(undefined);
    expect(signatures).not.toContain(signBody(settings.appSecret, Buffer.from('{}')));
  });

  it('repeats after growing pauses until answered 200', async () => {
    receiver.answer = (index) => (index < 3 ? 500 : 200);
    const id = send('one');
    for (const [attempt, pause] of [500, 1000, 2000].entries()) {
      await attemptsOf(id, attempt + 1);
      clock.advance(pause - 1);
      expect(receiver.received).toHaveLength(attempt + 1);
      clock.advance(1);
      await receiver.atLeast(attempt + 2);
    }
    await attemptsOf(id, 4);
    expect(sender.pending()).toBe(0);
    expect(sender.deliveries()[0]?.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 200]);
  });

  it('keeps the order while nobody answers at all', async () => {
    receiver.answer = (index) => (index === 0 ? 'close' : 200);
    const id = send('one');
    send('two');
    await attemptsOf(id, 1);
    expect(names()).toEqual(['one']);
    clock.advance(500);
    await receiver.atLeast(3);
    expect(names()).toEqual(['one', 'one', 'two']);
  });

  it('does not let a refused webhook hold up the next', async () => {
    receiver.answer = (_, body) => (body.includes('bad') ? 400 : 200);
    const id = send('bad');
    send('good');
    await receiver.atLeast(2);
    await attemptsOf(id, 1);
    expect(names()).toEqual(['bad', 'good']);
    clock.advance(500);
    await receiver.atLeast(3);
    expect(names()).toEqual(['bad', 'good', 'bad']);
  });

  it('waits for a callback, and sends at once when told that there is one', async () => {
    const there = url;
    url = undefined;
    const id = send('one');
    await attemptsOf(id, 1);
    url = there;
    sender.flush();
    await receiver.atLeast(1);
    expect(names()).toEqual(['one']);
  });

  it('gives up after seven days', async () => {
    receiver.answer = () => 500;
    const id = send('one');
    await attemptsOf(id, 1);
    clock.advance(7 * 24 * 3_600_000 + 1);
    await attemptsOf(id, 2);
    expect(sender.deliveries()[0]?.state).toBe('dropped');
    expect(sender.pending()).toBe(0);
  });

  it('sends twice when duplicates are asked for', async () => {
    settings.behaviour.duplicate = true;
    send('one');
    const received = await receiver.atLeast(2);
    expect(received[1]?.body).toBe(received[0]?.body);
  });

  it('sends the newest first when disorder is asked for', async () => {
    settings.behaviour.reorder = true;
    for (const name of ['one', 'two', 'three']) send(name);
    clock.advance(250);
    await receiver.atLeast(3);
    expect(names()).toEqual(['three', 'two', 'one']);
  });
});
