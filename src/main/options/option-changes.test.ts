import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineOption } from '#shared/options/metadata.ts';
import { interaction, OptionKit, RULES, theme } from './testing.ts';

let kit: OptionKit;

beforeEach(() => {
  kit = new OptionKit();
});
afterEach(() => kit.remove());

describe('a change takes effect', () => {
  it.each([
    ['immediately', '2', '2', '2'],
    ['next-attempt', '2', '2', '2'],
    ['next-interaction', '2', '1', '2'],
    ['restart', '1', '1', '1'],
  ] as const)('%s', async (rule, desk, open1, open2) => {
    kit.put('application.ini', '');
    const store = kit.open();
    store.textsOf(interaction('here'));
    kit.put('application.ini', `number.${rule} = 2`);
    await store.refresh();
    store.textsOf(interaction('next'));
    const name = `number.${rule}`;
    expect([store.text(name), store.text(name, 'here'), store.text(name, 'next')]).toEqual([desk, open1, open2]);
    expect(store.textsOf(interaction('here'))).toEqual(open1 === desk ? {} : { [name]: open1 });
    expect(store.waiting).toEqual(rule === 'restart' ? [name] : []);
    expect(kit.open().text(name)).toBe('2');
  });

  it('and an interaction that left and comes back is a new one', async () => {
    kit.put('application.ini', '');
    const store = kit.open();
    store.textsOf(interaction('here'));
    kit.put('application.ini', 'number.next-interaction = 2');
    await store.refresh();
    store.release('here');
    expect(store.textsOf(interaction('here'))).toEqual({});
  });

  it.each(RULES)('%s, and the first reading counts before plug-ins have declared theirs', (rule) => {
    kit.put('application.ini', `number.${rule} = 5`);
    expect(kit.openEarly().text(`number.${rule}`)).toBe('5');
  });

  it('and a value that went back waits for no restart', async () => {
    kit.put('application.ini', 'number.restart = 5');
    const store = kit.open();
    kit.put('application.ini', 'number.restart = 6');
    await store.refresh();
    expect(store.list(() => '').options.find(({ name }) => name === 'number.restart')).toMatchObject({
      value: { text: '6' },
      untilRestart: '5',
    });
    kit.put('application.ini', 'number.restart = 5');
    await store.refresh();
    expect(store.waiting).toEqual([]);
  });

  it('for options of plug-ins as well, also in interactions that were here before these were declared', () => {
    const more = defineOption({ ...theme, name: 'late', takesEffect: 'next-interaction' });
    kit.put('application.ini', 'late = Dark');
    const store = kit.open();
    store.textsOf(interaction('here'));
    store.declare([more]);
    expect([store.text('late'), store.text('late', 'here')]).toEqual(['Dark', 'Dark']);
    expect(store.diagnostics).toEqual([]);
  });
});

describe('files that change while the desk runs', () => {
  it('are taken once they have settled, a thousand pushes as well', async () => {
    kit.put('application.ini', 'number.immediately = 1');
    const store = kit.open();
    const watching = store.watch();
    for (let push = 0; push < 1000; push += 1) {
      kit.put('application.ini', `number.immediately = ${(push % 99) + 1}`);
      if (push % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    kit.put('application.ini', 'number.immediately = 42');
    await vi.waitFor(() => expect(store.text('number.immediately')).toBe('42'), { timeout: 3_000 });
    expect(kit.changes).toBeLessThan(100);
    watching.dispose();
  });

  it('count for whoever is signed in by then', async () => {
    kit.put('agents/kaa.ini', 'number.immediately = 5');
    const store = kit.open();
    const reading = store.refresh();
    store.load('kaa');
    await reading;
    expect(store.text('number.immediately')).toBe('5');
  });
});
