import { describe, expect, it } from 'vitest';
import type { Message, MessageStatus } from '#shared/domain/message.ts';
import { sampleMessage } from '../../src/main/cache/samples.ts';
import { judge, type Press } from './judge.ts';

const PHONE = '16145551000';

const pressed = (...texts: string[]): Press[] =>
  texts.map((text) => ({ text, conversation: PHONE, outcome: 'stored' as const }));

const shown = (text: string, status: MessageStatus): Message => sampleMessage(1, { direction: 'out', text, status });

function verdict(presses: readonly Press[], onPhone: readonly string[], transcript: readonly Message[]): string {
  const phones = new Map([[PHONE, onPhone]]);
  const transcripts = new Map([[PHONE, transcript]]);
  return judge({ presses, phones, transcripts }).join('; ');
}

describe('the judge of fault runs', () => {
  it('is content with messages that arrived once, and with those of which nobody knows', () => {
    const transcript = [shown('a', 'read'), shown('b', 'unknown'), shown('c', 'delivered'), shown('d', 'unknown')];
    expect(verdict(pressed('a', 'b', 'c', 'd'), ['a', 'c', 'd'], transcript)).toBe('');
  });

  it.each([
    ['a double', ['a', 'a'], [shown('a', 'read')], 'on the phone 2 times'],
    ['a double on screen', ['a'], [shown('a', 'read'), shown('a', 'read')], 'shown 2 times'],
    ['a tick without proof', [], [shown('a', 'handed-over')], 'without proof'],
    ['a loss', [], [], 'is lost'],
    ['one that waits for ever', [], [shown('a', 'accepted')], 'never left'],
    ['one that left unseen', ['a'], [], 'does not show it'],
    ['one that failed and arrived', ['a'], [shown('a', 'failed')], 'shown as failed'],
    ['one that nobody wrote', ['a', 'x'], [shown('a', 'read')], 'nobody pressed Send'],
  ])('finds %s', (_what, onPhone, transcript, words) => {
    expect(verdict(pressed('a'), onPhone, transcript)).toContain(words);
  });

  it('finds a wrong order', () => {
    const transcript = [shown('a', 'read'), shown('b', 'read')];
    expect(verdict(pressed('a', 'b'), ['b', 'a'], transcript)).toContain('a left after b');
  });

  it('forgives what nobody was promised', () => {
    const press: Press = { text: 'a', conversation: PHONE, outcome: 'unanswered' };
    expect(verdict([press], [], [])).toBe('');
    expect(verdict([press], ['a'], [shown('a', 'read')])).toBe('');
    expect(verdict([press], ['a', 'a'], [shown('a', 'read')])).toContain('2 times');
  });
});
