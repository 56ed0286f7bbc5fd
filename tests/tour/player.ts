import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { Desktop, type PageName } from '../support/desktop.ts';
import { TestKeyring } from '../support/keyring.ts';
import { projectRoot } from '../support/program.ts';
import { SAMPLE_CHANNEL, type Stack, startStack } from '../support/stack.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import type { Scenario, Step, Target } from './scenario.ts';

type StepBody<K extends string> = Extract<Step, { [key in K]: unknown }>[K &
  keyof Extract<Step, { [key in K]: unknown }>];

/** Plays the steps of a scenario on the real program against a server and a simulator of its own. */
export class TourPlayer {
  readonly #scenario: Scenario;
  readonly #out: string;
  #stack: Stack | undefined;
  #proxy: TcpProxy | undefined;
  #keyring: TestKeyring | undefined;
  #desktop: Desktop | undefined;
  #dataDir = '';
  #pictures = 0;

  constructor(scenario: Scenario, out: string) {
    this.#scenario = scenario;
    this.#out = out;
  }

  async start(): Promise<void> {
    await mkdir(this.#out, { recursive: true });
    const old = (await readdir(this.#out)).filter((name) => /^\d\d-.*\.png$/.test(name));
    await Promise.all(old.map((name) => rm(join(this.#out, name))));
    this.#dataDir = await mkdtemp(join(tmpdir(), 'replydesk-tour-'));
    // A folder of its own, which administrators may push files to.
    await cp(join(projectRoot, 'config'), join(this.#dataDir, 'config'), { recursive: true });
    this.#stack = await startStack();
    // With a keyring the session outlives a restart, as on a signed-in desktop.
    this.#keyring = await TestKeyring.start();
    // The line between desk and server, so that it can be cut.
    this.#proxy = await TcpProxy.start(this.#stack.server.url);
    await this.#startDesktop();
  }

  async stop(): Promise<void> {
    await this.#desktop?.kill().catch(() => {});
    await this.#proxy?.stop();
    await this.#stack?.stop();
    await this.#keyring?.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  async play(step: Step): Promise<void> {
    if ('writes' in step) await this.#writes(step.writes);
    else if ('reads' in step) await this.#phones.read(this.#numberOf(step.reads.customer));
    else if ('chooses' in step) await this.#phones.choose(this.#numberOf(step.chooses.customer), step.chooses.id);
    else if ('phone' in step) await this.#phoneShows(step.phone);
    else if ('click' in step) await (await this.#find(step.click)).click();
    else if ('type' in step) await this.#type(step.type);
    else if ('press' in step) await (await this.#page(step.press.page)).keyboard.press(step.press.key);
    else if ('see' in step) await expect(await this.#find(step.see)).toBeVisible(within(step.see));
    else if ('gone' in step) await expect(await this.#find(step.gone)).toHaveCount(0, within(step.gone));
    else if ('holds' in step) await this.#holds(step.holds);
    else if ('message' in step) await this.#messageStands(step.message);
    else if ('clock' in step) await this.#phones.advance(step.clock.advanceSeconds);
    else if ('provider' in step) await this.#providerFails(step.provider);
    else if ('connection' in step) this.#line.setDown(step.connection === 'cut');
    else if ('pause' in step) await new Promise((done) => setTimeout(done, step.pause.seconds * 1000));
    else if ('restart' in step) await this.#restart(step.restart);
    else if ('option' in step) await this.#setOption(step.option);
    else if ('push' in step) await this.#push(step.push);
    else if ('window' in step) await this.#resize(step.window);
    else await this.#picture(step.picture);
  }

  get #phones() {
    return required(this.#stack, 'stack').phones;
  }

  get #line() {
    return required(this.#proxy, 'line');
  }

  async #startDesktop(): Promise<void> {
    const { args, env } = required(this.#keyring, 'keyring');
    const own = ['--config', join(this.#dataDir, 'config'), '--data', this.#dataDir];
    this.#desktop = await Desktop.start(['--trial', '--server', this.#line.url, ...own, ...args], env);
    await (await this.#page('main')).waitForLoadState('domcontentloaded');
  }

  #page(name: PageName) {
    return required(this.#desktop, 'desktop').page(name);
  }

  async #find({ role, name, text, page }: Target): Promise<Locator> {
    const shown = await this.#page(page);
    const dialog = shown.getByRole('dialog');
    // What lies behind an open dialog nobody can reach.
    const scope = role !== 'dialog' && (await dialog.count()) > 0 ? dialog : shown;
    const byRole = scope.getByRole(role, name === undefined ? {} : { name });
    return text === undefined ? byRole.first() : byRole.filter({ hasText: text }).first();
  }

  #numberOf(customer: string): string {
    const found = this.#scenario.customers[customer];
    if (!found) throw new Error(`The scenario has no customer "${customer}".`);
    return found.number;
  }

  async #writes({ customer, text, sentSecondsAgo }: StepBody<'writes'>): Promise<void> {
    const sent =
      sentSecondsAgo === undefined ? {} : { timestamp: String(Math.floor(Date.now() / 1000) - sentSecondsAgo) };
    await this.#phones.write(this.#numberOf(customer), customer, text, sent);
  }

  async #phoneShows({ customer, text, times, ...rest }: StepBody<'phone'>): Promise<void> {
    const count = async () => {
      const shown = await this.#phones.phone(this.#numberOf(customer));
      return shown.filter((message) => message.direction !== 'in' && message.text === text).length;
    };
    await expect.poll(count, { ...within(rest), message: `${customer}'s phone shows "${text}"` }).toBe(times);
  }

  async #type({ role, into, text, page }: StepBody<'type'>): Promise<void> {
    if (into === undefined) await (await this.#page(page)).keyboard.type(text);
    else await (await this.#find({ role, name: into, page })).fill(text);
  }

  async #holds({ box, text, ...rest }: StepBody<'holds'>): Promise<void> {
    const page = await this.#page('main');
    await expect(page.getByRole('textbox', { name: box }).first()).toHaveValue(text, within(rest));
  }

  async #messageStands({ text, status, times, ...rest }: StepBody<'message'>): Promise<void> {
    const log = (await this.#page('main')).getByRole('log', { name: 'Transcript' });
    const articles = log.getByRole('article').filter({ hasText: text });
    await expect(articles).toHaveCount(times, within(rest));
    if (status !== undefined) await expect(articles.last()).toHaveAttribute('data-status', status, within(rest));
  }

  async #providerFails({ code, status, drop, times }: StepBody<'provider'>): Promise<void> {
    await this.#phones.fault({
      path: `/${SAMPLE_CHANNEL.phoneNumberId}/messages`,
      has: 'to',
      times,
      after: 'before-effect',
      ...(code === undefined ? {} : { code }),
      ...(status === undefined ? {} : { status }),
      ...(drop === undefined ? {} : { drop }),
    });
  }

  async #restart(how: 'close' | 'kill'): Promise<void> {
    const desktop = required(this.#desktop, 'desktop');
    await (how === 'close' ? desktop.close() : desktop.kill());
    await this.#startDesktop();
  }

  async #setOption(params: StepBody<'option'>): Promise<void> {
    const page = await this.#page('main');
    const answer = await page.evaluate((given) => window.replydesk.request('option.set', given), params);
    if (!answer.ok) throw new Error(answer.error.message);
  }

  async #push({ file, lines }: StepBody<'push'>): Promise<void> {
    const path = join(this.#dataDir, 'config', file);
    await writeFile(`${path}.new`, `${lines.join('\n')}\n`);
    await rename(`${path}.new`, path);
  }

  async #resize(size: StepBody<'window'>): Promise<void> {
    const { app } = required(this.#desktop, 'desktop');
    const handle = await app.browserWindow(await this.#page('main'));
    await handle.evaluate(
      (window: Electron.BrowserWindow, { width, height }) => window.setContentSize(width, height),
      size,
    );
  }

  async #picture({ page, name }: StepBody<'picture'>): Promise<void> {
    this.#pictures += 1;
    const file = `${String(this.#pictures).padStart(2, '0')}-${name}.png`;
    const shown = await this.#page(page);
    // Two frames: what changed last is painted.
    await shown.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await shown.screenshot({ path: join(this.#out, file), animations: 'disabled', caret: 'initial' });
  }
}

function within({ within: seconds }: { readonly within: number }): { readonly timeout: number } {
  return { timeout: seconds * 1000 };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The tour has no ${what}: call start() first.`);
  return value;
}
