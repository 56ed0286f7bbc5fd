import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { resolveRuntime } from '../../scripts/electron/runtime.mjs';
import { WorkerCache } from '../../src/main/cache/cache.ts';
import { sampleContact, sampleInteraction, sampleMessage } from '../../src/main/cache/samples.ts';
import { Desktop } from '../support/desktop.ts';
import { freePort } from '../support/free-port.ts';
import { TestKeyring } from '../support/keyring.ts';
import { projectRoot } from '../support/program.ts';
import { startStack } from '../support/stack.ts';
import { type Figure, figure } from './figure.ts';

const MESSAGES = 100_000;
const LIVE = 20;
const PER_INTERACTION = 500;
const RUNS = 9;
const AGENT = 'mowgli';

interface Start {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Name of the element whose first painting counts. */
  readonly element: string;
}

/** Fills a desk's cache: 100,000 messages, of which the newest interactions are on the list. */
async function fillCache(folder: string): Promise<void> {
  const file = (await readdir(folder)).find((name) => name.endsWith('.sqlite'));
  if (file === undefined) throw new Error(`There is no cache in ${folder}.`);
  const cache = new WorkerCache(pathToFileURL(join(projectRoot, 'src/main/cache/worker.ts')));
  await cache.call('open', { file: join(folder, file) });
  for (let index = 0; index < MESSAGES / PER_INTERACTION; index += 1) {
    const id = `bench-${index}`;
    const contact = sampleContact(`contact-${index}`, { displayName: `Sample customer ${index}` });
    const messages = Array.from({ length: PER_INTERACTION }, (_, at) =>
      sampleMessage(at + 1, {
        id: `${id}-${at}`,
        interactionId: id,
        providerId: `wamid.${id}.${at}`,
        text: `Sample line ${at}`,
      }),
    );
    const last = { id: `${id}-last`, direction: 'in', kind: 'text', text: 'Sample line', at: Date.now() } as const;
    await cache.call('apply', {
      replaceAll: false,
      interactions: [
        {
          interaction: sampleInteraction(id, {
            contactId: contact.id,
            agent: AGENT,
            seq: PER_INTERACTION,
            lastMessage: last,
          }),
          live: index < LIVE,
          stale: false,
          hasOlder: false,
        },
      ],
      contacts: [contact],
      forgotten: [],
      messages,
      seen: [],
      drafts: [],
      notes: [],
      unfinished: [],
      settled: [],
      meta: {},
      cursor: null,
    });
  }
  await cache.close();
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Milliseconds from starting the process to the frame that first shows the element. */
async function timeToPaint({ executable, args, env, element }: Start): Promise<number> {
  const port = await freePort();
  const began = performance.timeOrigin + performance.now();
  const child = spawn(executable, [`--remote-debugging-port=${port}`, ...args], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  try {
    // Looked at only when all is over: looking must not slow what is measured.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    try {
      const pages = browser.contexts().flatMap((context) => context.pages());
      const page = pages.find((each) => each.url().endsWith('index.html'));
      if (!page) throw new Error('There is no page to look at.');
      const painted = await page.evaluate(readPaint, element);
      return painted - began;
    } finally {
      await browser.close();
    }
  } finally {
    await end(child);
  }
}

/** Runs in the page: the wall-clock time of the element's first frame, from the browser's own record. */
function readPaint(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`"${name}" was not painted`)), 10_000);
    new PerformanceObserver((list) => {
      const entry = list.getEntries().find((each) => (each as unknown as { identifier: string }).identifier === name);
      if (!entry) return;
      clearTimeout(late);
      resolve(performance.timeOrigin + entry.startTime);
    }).observe({ type: 'element', buffered: true });
  });
}

async function signInOnce(server: string, data: string, keyring: TestKeyring): Promise<void> {
  const desktop = await Desktop.start(['--trial', '--server', server, '--data', data, ...keyring.args], keyring.env);
  const page = await desktop.page('main');
  await page.getByRole('button', { name: 'Mowgli' }).click();
  await page.getByRole('button', { name: 'Agent state' }).waitFor();
  await desktop.close();
}

/** `start` of PRF-1: spawn to the painted interaction list out of a cache of 100,000 messages, against a bare window. */
export async function benchStart(): Promise<readonly Figure[]> {
  const runtime = resolveRuntime();
  const data = await mkdtemp(join(tmpdir(), 'replydesk-bench-'));
  const bareData = await mkdtemp(join(tmpdir(), 'replydesk-bare-'));
  const keyring = await TestKeyring.start();
  const stack = await startStack();
  try {
    await signInOnce(stack.server.url, data, keyring);
    await fillCache(join(data, 'cache'));
    const flags = runtime.args.slice(0, -1);
    const ours: Start = {
      executable: runtime.executablePath,
      args: [...runtime.args, '--trial', '--server', stack.server.url, '--data', data, ...keyring.args],
      env: keyring.env,
      element: 'interaction-row',
    };
    const bare: Start = {
      executable: runtime.executablePath,
      args: [...flags, join(projectRoot, 'tests/bench/bare-window'), `--user-data-dir=${bareData}`],
      env: keyring.env,
      element: 'painted',
    };
    // Once each without counting: files come into the system's cache.
    await timeToPaint(bare);
    await timeToPaint(ours);
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let run = 0; run < RUNS; run += 1) {
      times.bare.push(await timeToPaint(bare));
      times.ours.push(await timeToPaint(ours));
    }
    return [figure('start', 'ms', times.ours, times.bare)];
  } finally {
    await stack.stop();
    await keyring.stop();
    await Promise.all([data, bareData].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
