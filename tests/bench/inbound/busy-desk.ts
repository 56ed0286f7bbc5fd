import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Desktop } from '../../support/desktop.ts';
import { projectRoot, startProgram } from '../../support/program.ts';
import { WebhookSender } from './webhook-sender.ts';

const APP_SECRET = 'sample-app-secret-for-trial-only';
const WAIT = 60_000;

/** The program on a real server, one agent with many conversations in hand, one of them open. */
export interface BusyDesk {
  readonly page: Page;
  /** Posts the webhook of one message of a customer, by number from 0; customer 0's conversation is the open one. */
  write(customer: number, text: string): Promise<void>;
  stop(): Promise<void>;
}

const nameOf = (customer: number): string => `Sample customer ${customer}`;

/** Starts a server that lets an agent have `interactions` at once, and a desktop whose agent has accepted them. */
export async function startBusyDesk(interactions: number): Promise<BusyDesk> {
  const data = await mkdtemp(join(tmpdir(), 'replydesk-busy-'));
  const server = await startProgram('server/main.ts', [
    ...['--config', join(projectRoot, 'config'), '--data', join(data, 'server'), '--port', '0', '--trial'],
    ...['--set', `capacity-rule-standard.whatsappsession=${interactions}`],
    // On a busy machine the last is accepted long after the first was offered.
    ...['--set', 'lifecycle.offer-seconds=600'],
  ]);
  const desktop = await Desktop.start(['--trial', '--server', server.url, '--data', join(data, 'desk')]);
  const sender = new WebhookSender(server.url, APP_SECRET);
  const stop = async () => {
    sender.close();
    await desktop.kill();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  };
  const write = (customer: number, text: string) =>
    sender.send({ from: String(16_145_550_000 + customer), name: nameOf(customer), text });
  try {
    const page = await desktop.page('main');
    await page.getByRole('button', { name: 'Mowgli' }).click();
    await page.getByRole('button', { name: 'Agent state' }).click();
    await page.getByRole('menuitem', { name: 'Ready', exact: true }).click();
    for (let customer = 0; customer < interactions; customer += 1) {
      await write(customer, 'Good morning');
      // Not all at the end: the desk gives back what is not accepted in time.
      await acceptAll(page, customer + 1);
    }
    await page
      .getByRole('option', { name: nameOf(0), exact: false })
      .first()
      .click();
    await page.getByRole('log', { name: 'Transcript' }).getByRole('article').first().waitFor();
    return { page, write, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Accepts every offer until the agent has so many in hand. */
async function acceptAll(page: Page, wanted: number): Promise<void> {
  const end = performance.now() + WAIT;
  while ((await page.evaluate(acceptOffers)) < wanted) {
    if (performance.now() > end) throw new Error(`The agent did not get ${wanted} interactions.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs in the page: accepts what is offered; how many the agent has. */
async function acceptOffers(): Promise<number> {
  const view = await window.replydesk.request('desk.view', {});
  if (!view.ok) return 0;
  for (const { interaction } of view.value.interactions) {
    if (!interaction.offer) continue;
    const params = { interactionId: interaction.id, offerId: interaction.offer.id };
    await window.replydesk.request('command.run', { command: 'interaction.accept', params });
  }
  return view.value.interactions.filter(({ interaction }) => interaction.stage === 'assigned').length;
}
