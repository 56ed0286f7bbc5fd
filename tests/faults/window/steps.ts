import { composerMode } from '#plugins/whatsapp/rules/composer-mode.ts';
import { notification, sampleTemplate } from '#server/engine/sessions-testing.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import { windowAt } from '#shared/rules/window.ts';
import { turns } from '../../../src/main/desk/testing/desk-under-test.ts';
import { wordsIn, wordsOf } from './press.ts';
import { HOUR, MINUTE, SECOND, type WindowWorld } from './window-world.ts';
import { AGENT } from './wire.ts';

type Step = (world: WindowWorld) => Promise<void> | void;

const pickCustomer = ({ chance, customers }: WindowWorld): string => customers[chance.below(customers.length)] ?? '';

/** What the agent has in hand, as far as the desk knows. */
function pickInHand({ chance, desk }: WindowWorld): string | undefined {
  const ids = desk.store.liveIds.filter((id) => desk.store.live(id)?.interaction.stage === 'assigned');
  return ids[chance.below(ids.length)];
}

function newWord(world: WindowWorld): string {
  const word = `w${world.nextWord()}`;
  world.words.add(word);
  return word;
}

const steps: readonly (readonly [name: string, weight: number, Step])[] = [
  ['write', 7, (world) => world.write(pickCustomer(world), 0)],
  // Late, and so out of order with those before it.
  [
    'write late',
    4,
    (world) => world.write(pickCustomer(world), world.chance.below(world.chance.pick([60 * SECOND, 30 * HOUR]))),
  ],
  ['wait', 4, (world) => world.advance(SECOND + world.chance.below(20 * MINUTE))],
  ['around the closing', 6, aroundClosing],
  ['wait long', 2, (world) => world.advance(HOUR + world.chance.below(26 * HOUR))],
  ['type', 3, type],
  ['press', 13, (world) => pressAsLet(world)],
  ['press anyway', 9, (world) => pressAnyway(world)],
  ['cut', 2, (world) => world.desk.wire.cut({ quietly: world.chance.happens(0.3) })],
  ['connect', 5, (world) => world.connect()],
  ['stand still', 2, ({ desk }) => desk.wire.standStill()],
  ['flow', 3, ({ desk }) => desk.wire.flow()],
  ['set the clock', 2, ({ pc, chance }) => pc.jump(Math.round((chance.next() - 0.5) * 6 * HOUR))],
  ['beat', 3, ({ desk }) => desk.wire.beat()],
  ['restart', 2, restart],
  ['provider slow', 2, ({ provider }) => provider.slow()],
  ['provider answers', 3, ({ provider }) => provider.release()],
];
const total = steps.reduce((sum, [, weight]) => sum + weight, 0);

/** One thing that happens; answers with its name. */
export async function takeStep(world: WindowWorld): Promise<string> {
  let dice = world.chance.below(total);
  const found = steps.find(([, weight]) => {
    dice -= weight;
    return dice < 0;
  });
  await found?.[2](world);
  return found?.[0] ?? '';
}

async function aroundClosing(world: WindowWorld): Promise<void> {
  const { chance, clock } = world;
  const left = world.closesAt(pickCustomer(world)) - clock.now() + chance.below(4 * SECOND) - 2 * SECOND;
  if (left > 0) await world.advance(left);
  if (chance.happens(0.7)) world.desk.wire.beat();
}

async function restart(world: WindowWorld): Promise<void> {
  const begun = new Set(inDrafts(world));
  world.desk = await world.desk.restart();
  // What was typed in the very last moment was on no disk yet; what was pressed once is to be there in any case.
  const pressed = new Set(world.presses.flatMap(({ content }) => wordsIn(content)));
  const kept = new Set(inDrafts(world));
  for (const word of begun) if (!pressed.has(word) && !kept.has(word)) world.words.delete(word);
  if (world.chance.happens(0.7)) await world.connect();
}

/** Words that stand in composers. */
function inDrafts({ desk: { store } }: WindowWorld): readonly string[] {
  return store.liveIds.flatMap((id) => wordsOf(store.drafts.of(id)));
}

function type(world: WindowWorld): void {
  const id = pickInHand(world);
  if (id !== undefined) typeIn(world, id);
}

function typeIn(world: WindowWorld, id: string): void {
  const { drafts } = world.desk.store;
  drafts.set(id, `${drafts.of(id)} ${newWord(world)}`.trim());
}

const buttons: OutboundContent = {
  kind: 'interactive',
  interactive: { type: 'buttons', header: null, body: 'Yes?', footer: null, buttons: [{ id: 'a', title: 'Yes' }] },
};
const file: OutboundContent = {
  ...{ kind: 'file', mediaKind: 'image' },
  file: { from: 'library', responseId: 'map', name: 'map.png' },
};

/** Something other than text. */
function otherContent({ chance, desk }: WindowWorld, id: string): OutboundContent {
  const theirs = [...desk.store.messagesOf(id).values()].findLast(({ direction }) => direction === 'in');
  const reaction = theirs && ({ kind: 'reaction', messageId: theirs.id, emoji: '👍' } as const);
  return chance.pick<OutboundContent>([buttons, file, reaction ?? buttons, notification()]);
}

/** As the composer is at this moment: what is written goes when the window is open, else a notification. */
async function pressAsLet(world: WindowWorld): Promise<void> {
  const { chance, desk } = world;
  const id = pickInHand(world);
  const interaction = id === undefined ? undefined : desk.store.live(id)?.interaction;
  if (id === undefined || !interaction) return;
  const facts = { interaction, agent: AGENT.name, now: desk.time.now(), optedOut: false };
  const { mode } = composerMode({
    ...facts,
    automatic: chance.happens(0.5),
    notification: { ok: true, template: sampleTemplate() },
  });
  const isOpen = mode === 'write' || mode === 'closing';
  if (isOpen) await judgePromise(world, id);
  if (isOpen && chance.happens(0.7)) {
    if (desk.store.drafts.of(id) === '') typeIn(world, id);
    await press(world, id, { kind: 'text', text: desk.store.drafts.of(id) });
  } else await press(world, id, isOpen ? otherContent(world, id) : notification());
}

/** A plug-in that asks nobody. */
async function pressAnyway(world: WindowWorld): Promise<void> {
  const { chance } = world;
  const id = pickInHand(world);
  if (id === undefined) return;
  const content = chance.happens(0.6) ? ({ kind: 'text', text: newWord(world) } as const) : otherContent(world, id);
  await press(world, id, content, true);
}

async function press(world: WindowWorld, interactionId: string, content: OutboundContent, faulty = false) {
  const { desk, chance, presses } = world;
  const pressed = desk.send({ interactionId, content }, { faulty });
  if (chance.happens(0.1)) {
    // Typed on while the disk works.
    await turns(1);
    typeIn(world, interactionId);
  }
  const sent = await pressed;
  if (sent.ok) presses.push({ id: sent.value.id, number: presses.length, interactionId, content });
  else {
    // Nothing was taken over from the agent, and they were told so: what is not in a draft is still in their hands.
    const begun = new Set(inDrafts(world));
    for (const word of wordsIn(content)) if (!begun.has(word)) world.words.delete(word);
    if (!faulty && sent.error.code === 'window-closed')
      world.problems.push('the composer promised what its gate refused');
  }
}

/** A desk that is not behind the server's time promises nothing that the server would not keep at this moment. */
async function judgePromise({ desk, kit, clock, problems }: WindowWorld, id: string): Promise<void> {
  const now = clock.now();
  if (desk.time.now() < now) return;
  const interaction = await kit.storage.read((tables) => tables.interactions.get(id));
  const { state } = windowAt(interaction?.window ?? null, now);
  if (state !== 'open') problems.push(`the composer said write when the window of ${id} was ${state}`);
}
