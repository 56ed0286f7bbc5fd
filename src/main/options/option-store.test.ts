import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interaction, OptionKit } from './testing.ts';

let kit: OptionKit;

beforeEach(() => {
  kit = new OptionKit();
});
afterEach(() => kit.remove());

describe('layers of a desk', () => {
  it('take the later one, and agent and groups only once known', () => {
    kit.put('application.ini', 'gui.theme = Dark\nnumber.immediately = 20');
    kit.put('tenant.ini', 'number.next-attempt = 7');
    kit.put('agent-groups/front-desk.ini', 'number.immediately = 30');
    kit.put('agents/kaa.ini', 'number.next-interaction = 45');
    const store = kit.open();
    expect([store.text('gui.theme'), store.text('number.immediately')]).toEqual(['Dark', '20']);
    store.load('kaa', ['front-desk']);
    expect(store.texts()).toMatchObject({
      'number.immediately': '30',
      'number.next-interaction': '45',
      'number.next-attempt': '7',
    });
    store.load('baloo');
    expect(store.text('number.next-interaction')).toBe('1');
  });

  it('say file and line of a wrong value, and go on with what is right', () => {
    kit.put('application.ini', 'gui.theme = Pink\nnumber.immediately = 5');
    const store = kit.open();
    expect([store.text('gui.theme'), store.text('number.immediately')]).toEqual(['system', '5']);
    expect(store.diagnostics[0]).toMatchObject({ file: 'application.ini', line: 2, severity: 'error' });
  });

  it('tell the settings where a value comes from and what it overrode', () => {
    kit.put('application.ini', 'number.immediately = 20');
    kit.put('tenant.ini', 'number.immediately! = 21');
    const found = kit
      .open()
      .list(() => 'Replydesk')
      .options.find(({ name }) => name === 'number.immediately');
    expect(found).toMatchObject({
      owner: 'Replydesk',
      final: true,
      value: { text: '21', file: 'tenant.ini', line: 2 },
    });
    expect(found?.overrode.map(({ layer, text }) => [layer, text])).toEqual([
      ['default', '1'],
      ['application', '20'],
    ]);
  });
});

describe('single interactions', () => {
  it('have values of their own, in the order their data names the files', () => {
    kit.put('transactions/vip.ini', 'number.immediately = 7\nnumber.next-interaction = 8');
    kit.put('transactions/night.ini', 'number.immediately = 9\nnumber.restart = 9');
    const store = kit.open();
    expect(store.textsOf(interaction('a', 'vip, night, nobody'))).toEqual({
      'number.immediately': '9',
      'number.next-interaction': '8',
    });
    expect(store.text('number.immediately', 'a')).toBe('9');
    expect(store.text('number.immediately')).toBe('1');
    expect(store.diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['not-overridable', 'transactions/night.ini'],
    ]);
  });

  it('cannot name a file outside the folder', () => {
    kit.put('application.ini', '');
    writeFileSync(join(kit.root, 'outside.ini'), '[interaction-workspace]\nnumber.immediately = 66\n');
    expect(kit.open().textsOf(interaction('a', '../../outside'))).toEqual({});
  });
});
