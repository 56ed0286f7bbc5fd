import { describe, expect, it } from 'vitest';
import type { QueueConfig } from '../engine/config.ts';
import { capacityOf } from './capacity.ts';
import { spellingsOf } from './number-variants.ts';
import { chooseQueue } from './queue-choice.ts';

describe('capacity', () => {
  const rules = [{ name: 'chat', media: { whatsappsession: 5 } }];

  it('is what the rule says, and nothing for messaging without one', () => {
    expect(capacityOf({ capacityRule: 'chat' }, rules, 'whatsappsession')).toBe(5);
    expect(capacityOf({ capacityRule: 'chat' }, rules, 'voice')).toBe(0);
    expect(capacityOf({ capacityRule: null }, rules, 'whatsappsession')).toBe(0);
    expect(capacityOf({ capacityRule: null }, rules, 'voice')).toBe(1);
    expect(capacityOf({ capacityRule: 'gone' }, rules, 'whatsappsession')).toBe(0);
  });
});

describe('spellings of a number', () => {
  it.each([
    ['5511987654321', ['5511987654321', '551187654321']],
    ['551187654321', ['551187654321', '5511987654321']],
    ['551133334444', ['551133334444']],
    ['5219993700779', ['5219993700779', '529993700779']],
    ['529993700779', ['529993700779', '5219993700779']],
    ['5491122334455', ['5491122334455', '541122334455']],
    ['541122334455', ['541122334455', '5491122334455']],
    ['4915550000001', ['4915550000001']],
    ['NO NUMBER', ['NO NUMBER']],
  ])('%s', (digits, spellings) => {
    expect(spellingsOf(digits)).toEqual(spellings);
  });
});

describe('choice of queue', () => {
  const queue = (name: string, changes: Partial<QueueConfig> = {}): QueueConfig => ({
    name,
    displayName: name,
    priority: 0,
    channels: [],
    keywords: [],
    skills: [],
    agents: [],
    groups: [],
    overflow: null,
    outboundSessionConfig: '',
    ...changes,
  });
  const queues = [
    queue('support'),
    queue('returns', { keywords: ['Refund'], priority: 1 }),
    queue('fraud', { keywords: ['refund now'], priority: 2 }),
    queue('river', { channels: ['river'], keywords: ['boat'] }),
  ];
  const of = (channel: { name: string; queue: string | null }, text: string) =>
    chooseQueue(channel, queues, text).queue;

  it('goes by keyword before the channel’s own queue', () => {
    expect(of({ name: 'jungle', queue: 'support' }, 'I want a REFUND')).toBe('returns');
    expect(of({ name: 'jungle', queue: 'support' }, 'refund now please')).toBe('fraud');
    expect(of({ name: 'jungle', queue: 'support' }, 'Hello')).toBe('support');
    expect(of({ name: 'jungle', queue: 'support' }, 'a boat')).toBe('support');
  });

  it('falls back to a queue that lists the channel, else to the default one', () => {
    expect(of({ name: 'river', queue: null }, 'Hello')).toBe('river');
    expect(of({ name: 'jungle', queue: null }, 'Hello')).toBe('default');
  });
});
