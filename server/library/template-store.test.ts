import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { Template } from '#shared/domain/template.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { TemplateProvider, TemplateReading } from '../drivers/driver.ts';
import { sampleChannel, sampleConfig, silentLog, startEngine, webhook } from '../engine/testing.ts';
import { SqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { TemplateStore } from './template-store.ts';

function template(name: string, changes: Partial<Template> = {}): Template {
  return {
    ...{ id: `id-${name}`, channel: 'jungle', name, language: 'en', category: 'utility', status: 'approved' },
    ...{ reason: null, quality: 'green', parameterFormat: 'positional', header: null },
    ...{ body: { text: 'Hello', parameters: [], examples: {} }, footer: null, buttons: [], unknownParts: [] },
    ...changes,
  };
}

const reading = (...templates: Template[]): Result<TemplateReading> => ok({ templates, unreadable: 0 });
const away = refuse('provider-unreachable', 'WhatsApp cannot be reached.', true);

/** A provider that answers when the test says so. */
class Asked implements TemplateProvider {
  readonly accounts: string[] = [];
  answer: (account: string) => Promise<Result<TemplateReading>> = async () => reading(template('hello'));

  list(account: string): Promise<Result<TemplateReading>> {
    this.accounts.push(account);
    return this.answer(account);
  }
  create = async () => away;
  edit = async () => away;
  delete = async () => away;
}

const clock = new ManualClock();
let storage: SqliteStorage;
let provider: Asked;
let accounts: readonly string[];
let store: TemplateStore;
let told: string[];

beforeEach(async () => {
  storage = new SqliteStorage({ file: ':memory:' });
  await storage.start();
  provider = new Asked();
  accounts = ['102'];
  told = [];
  store = new TemplateStore({
    ...{ storage, clock, log: silentLog, providerOf: () => provider },
    channels: () => [sampleChannel({ businessAccountIds: accounts })],
  });
  store.onChange((channel) => told.push(channel));
});
afterEach(async () => {
  await store.stop();
  await storage.stop();
});

async function names(): Promise<readonly string[]> {
  const list = await store.list('jungle');
  return list.ok ? list.value.templates.map(({ name, status }) => `${name} ${status}`) : [];
}

/** What waits for the clock or the database has happened. */
async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await new Promise(setImmediate);
}

describe('the list', () => {
  it('is told once when it changed, and not when it is the same', async () => {
    await store.refresh('jungle');
    await store.refresh('jungle');
    expect(told).toEqual(['jungle']);
    expect(await names()).toEqual(['hello approved']);
  });

  it('stays as it is while the provider is away, says why, and recovers by itself', async () => {
    await store.refresh('jungle');
    const at = clock.now();
    clock.advance(1000);
    provider.answer = async () => away;
    const failed = await store.refresh('jungle');
    expect(failed).toMatchObject({ value: { refreshedAt: at, error: { code: 'provider-unreachable' } } });
    expect(await names()).toEqual(['hello approved']);
    provider.answer = async () => reading(template('hello'), template('new'));
    clock.advance(59_000);
    await settled();
    expect(await names()).toEqual(['hello approved']);
    clock.advance(1000);
    await settled();
    expect(await names()).toEqual(['hello approved', 'new approved']);
    expect(await store.list('jungle')).toMatchObject({ value: { error: null, refreshedAt: clock.now() } });
  });

  it('is read by schedule, and no more after the stop', async () => {
    store.start();
    await settled();
    clock.advance(3_599_000);
    await settled();
    expect(provider.accounts).toHaveLength(1);
    clock.advance(1000);
    await settled();
    expect(provider.accounts).toHaveLength(2);
    await store.stop();
    clock.advance(9_999_000);
    await settled();
    expect(provider.accounts).toHaveLength(2);
  });

  it('of several accounts is all of them, the first one counting where both have the same', async () => {
    accounts = ['102', '103', '*'];
    provider.answer = async (account) =>
      account === '102' ? reading(template('hello')) : reading(template('hello', { id: 'other' }), template('new'));
    await store.refresh('jungle');
    expect(provider.accounts).toEqual(['102', '103']);
    expect(await names()).toEqual(['hello approved', 'hello approved', 'new approved']);
    const key = { name: 'hello', language: 'en' };
    const found = await storage.read(({ templates }) => templates.named('jungle', key));
    expect(found).toMatchObject({ account: '102', template: { id: 'id-hello' } });
  });

  it('asked for while it is being read is read once more, for all who ask', async () => {
    let answer: (value: Result<TemplateReading>) => void = () => undefined;
    provider.answer = () => new Promise((resolve) => (answer = resolve));
    const first = store.refresh('jungle');
    provider.answer = async () => reading(template('later'));
    const others = [store.refresh('jungle'), store.refresh('jungle')];
    answer(reading(template('hello')));
    await first;
    await Promise.all(others);
    expect(provider.accounts).toHaveLength(2);
    expect(await names()).toEqual(['later approved']);
  });
});

describe('a webhook', () => {
  const status = (event: string, changes: object = {}) => {
    const value = { event, message_template_id: 'id-hello', message_template_name: 'hello', ...changes };
    return webhook({ message_template_language: 'en', reason: null, ...value }, 'message_template_status_update');
  };

  async function engine(channels = [sampleChannel({ businessAccountIds: ['102290129340398'] })]) {
    const config = sampleConfig({ channels });
    return (await startEngine({ config, storage, clock, onTemplates: (channel) => store.told(channel) })).engine;
  }

  it('counts before it is answered, and a reading that began before does not undo it', async () => {
    await store.refresh('jungle');
    const messaging = await engine();
    let answer: (value: Result<TemplateReading>) => void = () => undefined;
    provider.answer = () => new Promise((resolve) => (answer = resolve));
    const refresh = store.refresh('jungle');
    await settled();
    clock.advance(10);
    await messaging.receiveWebhook('jungle', status('PAUSED'));
    expect(await names()).toEqual(['hello paused']);
    expect(told).toEqual(['jungle', 'jungle']);
    answer(reading(template('hello')));
    await refresh;
    expect(await names()).toEqual(['hello paused']);
    provider.answer = async () => reading(template('hello'));
    clock.advance(2000);
    await settled();
    expect(await names()).toEqual(['hello approved']);
    await messaging.stop();
  });

  it('keeps the reason of a pause that the list does not say', async () => {
    await store.refresh('jungle');
    const messaging = await engine();
    await messaging.receiveWebhook('jungle', status('PAUSED', { other_info: { title: 'SECOND_PAUSE' } }));
    clock.advance(1);
    provider.answer = async () => reading(template('hello', { status: 'paused' }));
    const list = await store.refresh('jungle');
    expect(list).toMatchObject({ value: { templates: [{ status: 'paused', reason: 'SECOND_PAUSE' }] } });
    await messaging.stop();
  });

  it('finds its template by name when the id was too great a number', async () => {
    await store.refresh('jungle');
    await storage.transaction(async ({ templates }) => {
      const known = await templates.get('jungle', 'id-hello');
      if (known) await templates.put({ ...known, account: '102290129340398' });
    });
    const messaging = await engine();
    await messaging.receiveWebhook('jungle', status('REJECTED', { message_template_id: 12345678901234567000 }));
    expect(await names()).toEqual(['hello rejected']);
    await messaging.stop();
  });

  it('about a template nobody knows yet has the list read', async () => {
    await store.refresh('jungle');
    const messaging = await engine();
    provider.answer = async () => reading(template('hello'), template('brand_new'));
    await messaging.receiveWebhook(
      'jungle',
      status('APPROVED', { message_template_id: '9', message_template_name: 'x' }),
    );
    clock.advance(2000);
    await settled();
    expect(await names()).toEqual(['hello approved', 'brand_new approved']);
    await messaging.stop();
  });

  it('of another account touches nothing', async () => {
    await store.refresh('jungle');
    const messaging = await engine([sampleChannel({ businessAccountIds: ['999'] })]);
    await messaging.receiveWebhook('jungle', status('PAUSED'));
    expect(await names()).toEqual(['hello approved']);
    await messaging.stop();
  });
});
