import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOptions } from './host-options.ts';
import { keyChordText, parseKeyChord } from './key-chord.ts';
import { optionMetadataSchema } from './metadata.ts';
import type { OptionType } from './option-types.ts';
import { parseOptionText } from './values.ts';

function value(type: OptionType, text: string): unknown {
  const result = parseOptionText(type, text, 'x');
  return result.ok ? result.value : result.error.message;
}

const session: OptionType = {
  kind: 'json',
  mayBeEmpty: true,
  shape: {
    type: 'object',
    required: ['channels'],
    properties: {
      channels: {
        type: 'array',
        items: {
          type: 'object',
          required: ['channel-name'],
          properties: { 'channel-name': { type: 'string', minLength: 1 }, priority: { type: 'integer', minimum: 0 } },
        },
      },
    },
  },
};

const types: readonly OptionType[] = [
  { kind: 'boolean' },
  { kind: 'integer', min: 1, max: 10, unit: 'seconds' },
  { kind: 'integer-list', items: ['warning', 'maximum'], min: 0, ascending: true },
  { kind: 'enum', values: ['none', 'hidden'] },
  { kind: 'text', maxLength: 5, mustContain: ['{{1}}'] },
  { kind: 'list', values: ['a', 'b'] },
  { kind: 'url-template', required: ['LATITUDE'], optional: ['WIDTH'] },
  { kind: 'duration', min: 1, max: 60, unit: 'minutes' },
  session,
  { kind: 'colour' },
  { kind: 'sound' },
  { kind: 'format' },
  { kind: 'key-chord' },
  { kind: 'language', words: ['system'] },
  { kind: 'secret' },
];

describe('parseOptionText', () => {
  it('reads booleans, whole numbers and their ranges, edges included', () => {
    expect(value({ kind: 'boolean' }, 'True')).toBe(true);
    expect(value({ kind: 'boolean' }, 'yes')).toBe('x cannot be "yes". Write true or false.');
    const type: OptionType = { kind: 'integer', min: 1, max: 10, unit: 'seconds' };
    expect([value(type, '1'), value(type, '10')]).toEqual([1, 10]);
    expect(value(type, '11')).toBe('x cannot be "11". Write a whole number from 1 to 10 seconds.');
    for (const wrong of ['0', '1.5', '1e1', '', ' 1', '0x1', '99999999999999999999']) {
      expect(typeof value(type, wrong)).toBe('string');
    }
  });

  it('reads a list of whole numbers with its names and order', () => {
    const type: OptionType = { kind: 'integer-list', items: ['warning', 'maximum'], min: 0, ascending: true };
    expect(value(type, '30, 50')).toEqual([30, 50]);
    expect(value(type, '30,30')).toEqual([30, 30]);
    expect(value(type, '50,30')).toContain('maximum is smaller than warning');
    expect(value(type, '30')).toContain('2 whole numbers');
    expect(value(type, '30,x')).toContain('2 whole numbers');
  });

  it('names the allowed words and the nearest of them', () => {
    const type: OptionType = { kind: 'enum', values: ['none', 'hidden', 'account-id'] };
    expect(value(type, 'hidden')).toBe('hidden');
    expect(value(type, 'account_id')).toBe(
      'x cannot be "account_id": did you mean account-id? Write one of none, hidden, account-id.',
    );
  });

  it('reads lists and texts', () => {
    expect(value({ kind: 'list' }, ' a , b,,c ')).toEqual(['a', 'b', 'c']);
    expect(value({ kind: 'list' }, '')).toEqual([]);
    expect(value({ kind: 'list', values: ['a'] }, 'a,z')).toContain('z is not allowed');
    expect(value({ kind: 'text', mustContain: ['{{1}}'] }, 'Hello')).toContain('{{1}} is missing');
    expect(value({ kind: 'text', mustContain: ['{{1}}'] }, '')).toBe('');
    expect(value({ kind: 'text', minLength: 1 }, '')).toContain('x cannot be empty');
  });

  it('checks scheme and placeholders of an address', () => {
    const type: OptionType = { kind: 'url-template', required: ['LATITUDE'], optional: ['WIDTH'], mayBeEmpty: true };
    expect(value(type, 'https://maps.example/{LATITUDE}?w={WIDTH}')).toBe('https://maps.example/{LATITUDE}?w={WIDTH}');
    expect(value(type, '')).toBeNull();
    expect(value(type, 'https://maps.example/')).toContain('{LATITUDE} is missing');
    expect(value(type, 'https://maps.example/{LATITUDE}{X}')).toContain('{X} is not known here');
    expect(value(type, 'javascript://x/{LATITUDE}')).toContain('javascript: is not allowed');
    expect(value(type, 'maps.example/{LATITUDE}')).toContain('starts with https:// or http://');
    expect(value({ kind: 'url-template', words: ['system'] }, 'system')).toBe('system');
  });

  it('reads durations into milliseconds, with and without a unit', () => {
    const type: OptionType = { kind: 'duration', min: 1, max: 60, unit: 'minutes' };
    expect([value(type, '2'), value(type, '90s'), value(type, '1h')]).toEqual([120_000, 90_000, 3_600_000]);
    expect(value(type, '59s')).toContain('from 1 to 60 minutes');
    expect(value(type, '2h')).toContain('from 1 to 60 minutes');
  });

  it('points at the place inside JSON', () => {
    const good = '{"channels": [{"channel-name": "jungle"}]}';
    expect(value(session, good)).toEqual({ channels: [{ 'channel-name': 'jungle' }] });
    const at = (text: string) => {
      const result = parseOptionText(session, text, 'x');
      return result.ok ? undefined : [text.slice(result.error.offset), result.error.message];
    };
    const missing = at('{"channels": [{}]}');
    expect(missing?.[0]).toBe('{}]}');
    expect(missing?.[1]).toContain('channels[0] must have "channel-name"');
    const misspelt = at('{"channels": [{"chanel-name": "a", "channel-name": ""}]}');
    expect(misspelt?.[0]).toMatch(/^"chanel-name"/);
    expect(misspelt?.[1]).toContain('did you mean "channel-name"?');
    expect(at('{"channels": [}')?.[0]).toBe('}');
    expect(at('{"channels": [] ')?.[1]).toContain('a , or } belongs here');
    expect(at('{"channels": [], "channels": []}')?.[1]).toContain('there twice');
    expect(at(`{"channels": ${'['.repeat(100)}`)?.[1]).toContain('nested deeper');
    expect(at('{"channels": [{"channel-name": "a", "priority": 1.5}]}')?.[1]).toContain(
      'priority must be a whole number',
    );
  });

  it('reads sounds with their parts left out from the end', () => {
    const type: OptionType = { kind: 'sound', mayBeEmpty: true };
    expect(value(type, 'ring.wav|10|-1|primary')).toEqual({
      file: 'ring.wav',
      priority: 10,
      duration: -1,
      device: 'primary',
    });
    expect(value(type, 'ring.wav')).toEqual({ file: 'ring.wav', priority: 0, duration: 0, device: 'primary' });
    for (const wrong of [
      '../ring.wav',
      'ring.exe',
      'ring.wav|x',
      'ring.wav|1|-2',
      'ring.wav|1|0|third',
      'a.wav|1|0|primary|x',
    ]) {
      expect(value(type, wrong)).toContain('Write a sound such as');
    }
  });

  it('checks fields and groups of a format', () => {
    const type: OptionType = { kind: 'format' };
    const good = '($Contact._msg_ProfileNickname$|$Interaction.MainParty$) - $Window.Title$';
    expect(value(type, good)).toBe(good);
    expect(value(type, '$Contact.FirstName')).toContain('not closed with $');
    expect(value(type, '$Contact$')).toContain('$Contact$ is no field');
    expect(value(type, '(a')).toContain('a ( is not closed');
    expect(value(type, 'a)')).toContain('a ) closes no group');
  });

  it('reads colours, languages and shortcuts', () => {
    expect(value({ kind: 'colour' }, '#1A7F64')).toBe('#1a7f64');
    expect(value({ kind: 'colour' }, 'green')).toContain('#1a7f64');
    expect(value({ kind: 'language' }, 'pt-BR')).toBe('pt-BR');
    expect(value({ kind: 'language' }, 'system')).toContain('language tag');
    expect(value({ kind: 'key-chord' }, 'shift+CTRL+k')).toEqual({ modifiers: ['Ctrl', 'Shift'], key: 'K' });
    expect(value({ kind: 'key-chord' }, 'Ctrl+')).toContain('the key is missing');
    expect(value({ kind: 'key-chord' }, 'Hyper+K')).toContain('Hyper is no modifier');
    expect(value({ kind: 'key-chord' }, 'constructor+K')).toContain('constructor is no modifier');
  });

  it('never repeats a secret, neither in a refusal nor when printed', () => {
    const result = parseOptionText({ kind: 'secret' }, 'env:not a name hunter2', 'app-secret');
    expect(JSON.stringify(result)).not.toContain('hunter2');
    const literal = parseOptionText({ kind: 'secret' }, 'hunter2');
    expect(literal.ok && literal.value.kind === 'literal' && literal.value.reveal()).toBe('hunter2');
    expect(JSON.stringify(literal)).not.toContain('hunter2');
  });

  it('never throws, and takes shortcuts by their own spelling again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'grapheme' }), (type, text) => {
        parseOptionText(type, text);
        const chord = parseKeyChord(text);
        if (chord.ok) expect(parseKeyChord(keyChordText(chord.value))).toEqual(chord);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('option metadata', () => {
  it('is valid for every host option, survives JSON, and names no option twice', () => {
    for (const option of hostOptions) {
      expect(optionMetadataSchema.parse(JSON.parse(JSON.stringify(option)))).toEqual(option);
    }
    expect(new Set(hostOptions.map((o) => o.name)).size).toBe(hostOptions.length);
  });

  it('refuses an unknown key, a bad name, and a default that does not fit its type', () => {
    const good = {
      name: 'keyboard.<command-id>',
      type: { kind: 'integer', min: 1 },
      default: '1',
      takesEffect: 'restart',
      description: 'x',
      since: '1.0.0',
    };
    expect(optionMetadataSchema.safeParse(good).success).toBe(true);
    for (const change of [{ default: '0' }, { name: 'a b' }, { extra: 1 }, { type: { kind: 'integer', maks: 1 } }]) {
      expect(optionMetadataSchema.safeParse({ ...good, ...change }).success).toBe(false);
    }
  });
});
