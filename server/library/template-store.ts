import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '#shared/clock.ts';
import { type Disposable, disposable } from '#shared/disposable.ts';
import type { Template, TemplateList } from '#shared/domain/template.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import type { TemplateProvider } from '../drivers/driver.ts';
import type { ChannelConfig } from '../engine/config.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoredTemplate } from '../storage/tables/templates.ts';
import { RefreshTurns } from './refresh-turns.ts';
import { draftRefusal } from './template-drafts.ts';
import { mergedTemplates } from './template-merge.ts';

export type TemplateChannel = Pick<ChannelConfig, 'name' | 'businessAccountIds' | 'templateRefreshSeconds'>;

export interface TemplateStoreOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  /** As they are configured now. */
  readonly channels: () => readonly TemplateChannel[];
  /** The way to a channel's provider; undefined for one that only receives. */
  readonly providerOf: (channel: string) => TemplateProvider | undefined;
}

/** After an attempt that failed for now, the next comes this much later, or with the schedule. */
const RETRY = 60_000;

/**
 * The provider's templates of each channel (WA-4): kept in the records, so that they are there at once after a start and
 * while the provider cannot be reached, and read anew at the start, by schedule, on demand and after webhooks.
 */
export class TemplateStore {
  readonly #options: TemplateStoreOptions;
  readonly #turns: RefreshTurns;
  readonly #listeners = new Set<(channel: string) => void>();
  #known = new Map<string, TemplateChannel>();

  constructor(options: TemplateStoreOptions) {
    this.#options = options;
    this.#turns = new RefreshTurns({ clock: options.clock, read: (channel) => this.#read(channel) });
  }

  /** Reads all channels' lists; nothing is waited for. */
  start(): void {
    this.reconfigured();
  }

  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  /** The option files have changed: channels that are new or others now are read, former ones no more. */
  reconfigured(): void {
    const before = this.#known;
    this.#known = new Map(this.#options.channels().map((channel) => [channel.name, channel]));
    for (const name of before.keys()) if (!this.#known.has(name)) this.#turns.forget(name);
    for (const [name, channel] of this.#known) {
      if (!isDeepStrictEqual(factsOf(before.get(name)), factsOf(channel))) void this.#turns.now(name);
    }
  }

  /** Called with a channel whose list is another one now. */
  onChange(listener: (channel: string) => void): Disposable {
    this.#listeners.add(listener);
    return disposable(() => this.#listeners.delete(listener));
  }

  /** A webhook has changed templates of the channel, which is on disk: told at once, and read anew soon after. */
  told(channel: string): void {
    this.#tell(channel);
    this.#turns.soon(channel);
  }

  async list(channel: string): Promise<Result<TemplateList>> {
    if (!this.#channel(channel)) return unknownChannel(channel);
    return ok(await this.#options.storage.read(({ templates }) => templates.list(channel)));
  }

  /** Asks the provider first. */
  async refresh(channel: string): Promise<Result<TemplateList>> {
    if (this.#channel(channel)) await this.#turns.now(channel);
    return this.list(channel);
  }

  async create(draft: MethodParams<'template.create'>): Promise<Result<TemplateList>> {
    const { channel } = draft;
    const way = this.#wayTo(channel);
    if (!way.ok) return way;
    const { provider, accounts } = way.value;
    const [account] = accounts;
    const invalid = draftRefusal(draft, await this.#all(channel));
    if (invalid) return { ok: false, error: invalid };
    const created = await provider.create(account, draft);
    if (!created.ok) return created;
    return this.#changed(created.value, account);
  }

  async edit({ id, ...draft }: MethodParams<'template.edit'>): Promise<Result<TemplateList>> {
    const { channel } = draft;
    const way = this.#wayTo(channel);
    if (!way.ok) return way;
    const known = await this.#get(channel, id);
    if (!known) return unknownTemplate();
    const { template, account } = known;
    if (draft.name !== template.name || draft.language !== template.language) {
      return refuse('template-invalid', 'Name and language of a template cannot be changed. Add another one instead.');
    }
    const invalid = draftRefusal(draft, []);
    if (invalid) return { ok: false, error: invalid };
    const edited = await way.value.provider.edit(template, draft);
    return edited.ok ? this.#changed(edited.value, account) : edited;
  }

  async delete({ channel, id }: MethodParams<'template.delete'>): Promise<Result<TemplateList>> {
    const way = this.#wayTo(channel);
    if (!way.ok) return way;
    const known = await this.#get(channel, id);
    if (!known) return unknownTemplate();
    const deleted = await way.value.provider.delete(known.account, known.template);
    if (!deleted.ok) return deleted;
    await this.#options.storage.transaction(({ templates }) => templates.remove(channel, id));
    this.#tell(channel);
    return this.refresh(channel);
  }

  /** What the provider took is listed even when the reading that follows fails. */
  async #changed(template: Template, account: string): Promise<Result<TemplateList>> {
    const entry = { template, account, toldAt: this.#options.clock.now() };
    await this.#options.storage.transaction(({ templates }) => templates.put(entry));
    this.#tell(template.channel);
    return this.refresh(template.channel);
  }

  async #read(name: string): Promise<number> {
    const channel = this.#channel(name);
    if (!channel) return Number.POSITIVE_INFINITY;
    const pause = channel.templateRefreshSeconds * 1000;
    try {
      const askedAt = this.#options.clock.now();
      const answer = await this.#ask(name);
      if (await this.#keep(name, answer, askedAt)) this.#tell(name);
      return answer.ok || !answer.error.retryable ? pause : Math.min(RETRY, pause);
    } catch (error) {
      this.#options.log.error(
        { err: error, channel: name },
        'the templates could not be kept and are read again later',
      );
      return Math.min(RETRY, pause);
    }
  }

  /** All accounts' templates, those of the first account first. */
  async #ask(name: string): Promise<Result<readonly StoredTemplate[]>> {
    const way = this.#wayTo(name);
    if (!way.ok) return way;
    const entries: StoredTemplate[] = [];
    for (const account of way.value.accounts) {
      const answer = await way.value.provider.list(account);
      if (!answer.ok) return answer;
      const { templates, unreadable } = answer.value;
      if (unreadable > 0) this.#options.log.warn({ channel: name, unreadable }, 'some templates could not be read');
      entries.push(...templates.map((template) => ({ template, account, toldAt: 0 })));
    }
    return ok(entries);
  }

  /** Answers whether the list is another one now. */
  async #keep(name: string, answer: Result<readonly StoredTemplate[]>, askedAt: number): Promise<boolean> {
    const { storage, clock, log } = this.#options;
    if (!answer.ok)
      log.warn({ channel: name, code: answer.error.code, why: answer.error.message }, 'templates not read');
    return storage.transaction(async ({ templates }) => {
      const before = await templates.list(name);
      if (answer.ok) {
        await templates.replace(name, mergedTemplates(await templates.all(name), answer.value, askedAt));
        await templates.noteRefresh(name, { refreshedAt: clock.now(), error: null });
      } else await templates.noteRefresh(name, { refreshedAt: before.refreshedAt, error: plain(answer.error) });
      const after = await templates.list(name);
      return !isDeepStrictEqual({ ...before, refreshedAt: null }, { ...after, refreshedAt: null });
    });
  }

  #wayTo(
    name: string,
  ): Result<{ readonly provider: TemplateProvider; readonly accounts: readonly [string, ...string[]] }> {
    const channel = this.#channel(name);
    if (!channel) return unknownChannel(name);
    const [account, ...more] = channel.businessAccountIds.filter((id) => id !== '*');
    if (account === undefined) {
      const message = `The templates of ${name} cannot be read: business-account-id in its section has to name the account.`;
      return refuse('account-unknown', message);
    }
    const provider = this.#options.providerOf(name);
    if (provider) return ok({ provider, accounts: [account, ...more] });
    return refuse('channel-unusable', `The templates of ${name} cannot be read: its section has no access-token.`);
  }

  #channel(name: string): TemplateChannel | undefined {
    return this.#options.channels().find((channel) => channel.name === name);
  }

  #all(channel: string): Promise<readonly StoredTemplate[]> {
    return this.#options.storage.read(({ templates }) => templates.all(channel));
  }

  #get(channel: string, id: string): Promise<StoredTemplate | undefined> {
    return this.#options.storage.read(({ templates }) => templates.get(channel, id));
  }

  #tell(channel: string): void {
    for (const listener of this.#listeners) listener(channel);
  }
}

function factsOf(channel: TemplateChannel | undefined): unknown {
  return channel && [channel.businessAccountIds, channel.templateRefreshSeconds];
}

function plain({ code, message, retryable, providerCode }: Refusal): Refusal {
  return { code, message, retryable, ...(providerCode === undefined ? {} : { providerCode }) };
}

function unknownChannel(name: string) {
  return refuse('channel-unknown', `There is no channel ${name} on this server.`);
}

function unknownTemplate() {
  return refuse('not-found', 'This template is not there any more. Refresh the list.');
}
