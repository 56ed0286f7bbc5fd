import type { Message } from '#shared/domain/message.ts';
import { type Press, wordsIn, wordsOf } from './press.ts';
import type { Departure } from './provider.ts';
import type { WindowWorld } from './window-world.ts';

/** What the provider may have: it took it, or nobody knows. */
const isTaken = ({ outcome }: Departure): boolean => outcome === 'accepted' || outcome === 'unknown';
const HAS = new Set(['handed-over', 'delivered', 'read']);

/** Everything that is wrong at the end of a schedule, once all is connected and quiet. */
export async function judge(world: WindowWorld): Promise<readonly string[]> {
  const messages = await serverMessages(world);
  return [
    ...world.problems,
    ...judgeDepartures(world),
    ...(await judgePresses(world, messages)),
    ...judgeGivenBack(world),
    ...judgeWords(world, messages),
    ...(await judgeFold(world, messages)),
  ];
}

/** 1 and 3: nothing free leaves outside the window, nothing leaves twice or before what was pressed before it. */
function judgeDepartures({ provider: { departures }, presses }: WindowWorld): string[] {
  const problems: string[] = [];
  const numbers = new Map(presses.map(({ id, number }) => [id, number]));
  const last = new Map<string, number>();
  const taken = new Set<string>();
  for (const departure of departures) {
    const { messageId, kind, to, at, closesAt } = departure;
    if (kind !== 'template' && at >= closesAt) problems.push(`${kind} ${messageId} left ${at - closesAt} ms too late`);
    if (!numbers.has(messageId)) problems.push(`${messageId} left, and nobody pressed Send for it`);
    if (taken.has(messageId)) problems.push(`${messageId} left again after it was taken or may have been`);
    if (!isTaken(departure)) continue;
    taken.add(messageId);
    const number = numbers.get(messageId) ?? 0;
    if (number < (last.get(to) ?? -1)) problems.push(`${messageId} left after what was pressed later`);
    last.set(to, number);
  }
  return problems;
}

/** 2, by id: each press has one end. */
async function judgePresses(world: WindowWorld, messages: ReadonlyMap<string, Message>): Promise<string[]> {
  const problems: string[] = [];
  for (const press of world.presses) problems.push(...(await judgePress(world, press, messages.get(press.id))));
  return problems;
}

async function judgePress(
  { kit, desk, presses, provider, words }: WindowWorld,
  press: Press,
  message: Message | undefined,
): Promise<string[]> {
  const { id, content } = press;
  const name = `press ${press.number} (${content.kind} ${id})`;
  const entry = await kit.storage.read((tables) => tables.outbound.get(id));
  const row = desk.outbox.row(id);
  if (entry && row) return [`${name} is at the server and still on the desk as ${row.state}`];
  if (row) return row.state === 'failed' && row.error ? [] : [`${name} is still ${row.state} on the desk`];
  if (!entry) {
    const isBack = content.kind === 'text' && wordsIn(content).every((word) => words.has(word));
    // A reaction gives way to the next one to the same message.
    const isReplaced =
      content.kind === 'reaction' &&
      presses.some(
        ({ number, content: next }) =>
          number > press.number && next.kind === 'reaction' && next.messageId === content.messageId,
      );
    return isBack || isReplaced ? [] : [`${name} is lost`];
  }
  const left = provider.departures.filter((departure) => departure.messageId === id && isTaken(departure));
  if (content.kind === 'reaction') return entry.state === 'settled' ? [] : [`${name} is still ${entry.state}`];
  if (!message) return [`${name} was taken by the server, which does not have it`];
  const { status, error } = message;
  if (left.length === 0) return status === 'failed' && error ? [] : [`${name} never left and is ${status}`];
  const known = left[0]?.outcome === 'accepted' ? HAS.has(status) : status === 'unknown';
  return known ? [] : [`${name} left (${left[0]?.outcome}) and is ${status}`];
}

/** 2, order: words that come back stand before what is being written, in the order pressed. */
function judgeGivenBack({ givenBack, presses }: WindowWorld): string[] {
  return givenBack.flatMap(({ ids, draft }) => {
    const back = presses.filter(({ id }) => ids.includes(id));
    const texts = back.map(({ content }) => (content.kind === 'text' ? content.text : ''));
    return draft.startsWith(texts.join('\n')) ? [] : [`${ids.join(', ')} came back out of order: ${draft}`];
  });
}

/** 2, by words: each is in one message, or on the desk with its reason, or in one draft; never in two, never in none. */
function judgeWords({ desk, words, presses }: WindowWorld, messages: ReadonlyMap<string, Message>): string[] {
  const texts: string[] = [...messages.values()].filter(({ direction }) => direction === 'out').map(({ text }) => text);
  for (const { content } of desk.outbox.rows) if (content.kind === 'text') texts.push(content.text);
  const interactions = new Set([...desk.store.liveIds, ...presses.map(({ interactionId }) => interactionId)]);
  for (const id of interactions) texts.push(desk.store.drafts.of(id));
  const places = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) places.set(word, (places.get(word) ?? 0) + 1);
  return [...words].flatMap((word) => {
    const count = places.get(word) ?? 0;
    return count === 1 ? [] : [`${word} is in ${count} places`];
  });
}

/** 5: what the desk shows is what the server has. */
async function judgeFold({ desk, kit }: WindowWorld, messages: ReadonlyMap<string, Message>): Promise<string[]> {
  const problems: string[] = [];
  await desk.writer.settle();
  for (const id of desk.store.liveIds) {
    const theirs = await kit.storage.read((tables) => tables.interactions.get(id));
    if (!same(desk.store.live(id)?.interaction, theirs)) problems.push(`interaction ${id} is another on the desk`);
    const page = await desk.cache.call('messages.page', { interactionId: id, before: null, limit: 1000 });
    const onDisk = new Map((page.ok ? page.value.messages : []).map((message) => [message.id, message]));
    for (const message of messages.values()) {
      if (message.interactionId !== id) continue;
      const mine = desk.store.message(id, message.id) ?? onDisk.get(message.id);
      if (!same(mine, message)) problems.push(`message ${message.id} is another on the desk`);
      if (!same(onDisk.get(message.id), message)) problems.push(`message ${message.id} is another on the desk's disk`);
    }
  }
  return problems;
}

async function serverMessages({ kit }: WindowWorld): Promise<ReadonlyMap<string, Message>> {
  const all = await kit.storage.read(async (tables) => {
    const interactions = await tables.interactions.list({ limit: 100 });
    return Promise.all(interactions.map(({ id }) => tables.messages.page(id, undefined, 1000)));
  });
  return new Map(all.flat().map((message) => [message.id, message]));
}

/** As JSON has it, whatever the order of members. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
