import { createInterface } from 'node:readline';
import { SystemClock } from '#shared/clock.ts';
import { Desk } from '../../src/main/desk/desk.ts';
import type { SavedSession } from '../../src/main/desk/desk-options.ts';
import type { Log } from '../../src/main/desk/log.ts';
import { numberedOrderSchema, type Order } from './desk-orders.ts';

/**
 * A desk without windows in a process of its own, to be killed at any moment: takes orders on stdin, answers on stdout,
 * accepts every offer by itself. `node desk-process.ts SERVER_URL CACHE_FOLDER`.
 */
const [serverUrl = '', cacheFolder = ''] = process.argv.slice(2);

function tell(report: unknown): void {
  // Synchronous on pipes: what was told has been told, whatever happens next.
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

const write = (level: string) => (details: object, message: string) =>
  tell({
    log: `${level} ${message} ${JSON.stringify(details, (_key, value) => (value instanceof Error ? value.stack : value))}`,
  });
const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };

let kept: SavedSession | null = null;
const desk = new Desk({
  clock: new SystemClock(),
  log,
  sessions: {
    load: async () => kept,
    save: async (session) => tell({ session }),
    clear: async () => tell({ session: null }),
  },
  server: { url: serverUrl },
  cacheFolder,
  cacheWorker: new URL('../../src/main/cache/worker.ts', import.meta.url),
  program: { version: '0.0.0', runtime: process.version, platform: process.platform },
});

const offersTaken = new Set<string>();
desk.onUpdate(({ changes }) => {
  for (const change of changes) {
    const offer = change.type === 'interaction' ? change.interaction.interaction.offer : null;
    if (change.type !== 'interaction' || !offer || offersTaken.has(offer.id)) continue;
    offersTaken.add(offer.id);
    void desk.acceptOffer({ interactionId: change.interaction.interaction.id, offerId: offer.id }).then((accepted) => {
      if (!accepted.ok) offersTaken.delete(offer.id);
    });
  }
});

function run(order: Order): Promise<unknown> | unknown {
  switch (order.do) {
    case 'start':
      kept = order.session as SavedSession | null;
      return desk.start();
    case 'log-in':
      return desk.logIn({ agent: order.agent, password: order.password });
    case 'ready':
      return desk.setAgentState({ state: 'ready' });
    case 'view':
      return desk.view();
    case 'send':
      return desk.send({ interactionId: order.interactionId, content: { kind: 'text', text: order.text } });
    case 'transcript':
      return transcript(order.interactionId);
    case 'stop':
      return desk.stop();
  }
}

/** All of it, page by page. */
async function transcript(interactionId: string): Promise<unknown> {
  const newest = await desk.openTranscript({ interactionId });
  if (!newest.ok || !newest.value.hasOlder) return newest;
  let { messages } = newest.value;
  let hasOlder: boolean = newest.value.hasOlder;
  while (hasOlder) {
    const before = Math.min(...messages.map((message) => message.arrivalOrder).filter((order) => order > 0));
    const page = await desk.olderMessages({ interactionId, before, limit: 200 });
    if (!page.ok) return page;
    messages = [...page.value.messages, ...messages];
    hasOlder = page.value.hasOlder && page.value.messages.length > 0;
  }
  return { ...newest, value: { messages, hasOlder } };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { number, order } = numberedOrderSchema.parse(JSON.parse(line));
  // Not awaited: presses of Send come while others are under way.
  void Promise.resolve(run(order)).then(
    (result) => tell({ number, result: result ?? null }),
    (error: unknown) => tell({ log: `bug ${error instanceof Error ? error.stack : String(error)}` }),
  );
}
process.exit(0);
