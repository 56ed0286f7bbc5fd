import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineOption } from '#shared/options/metadata.ts';
import { interaction, OptionKit, theme } from './testing.ts';

let kit: OptionKit;

beforeEach(() => {
  kit = new OptionKit();
});
afterEach(() => kit.remove());

const kept = () => vi.waitFor(() => expect(kit.lastGood.load({ groups: [] })).toBeDefined());

describe('a set that is wrong or gone', () => {
  it('leaves the last good one in force, and says what is wrong', async () => {
    kit.put('application.ini', 'number.immediately = 5');
    const store = kit.open();
    kit.put('application.ini', 'number.immediately = six\nnumber.next-attempt = 6');
    await store.refresh();
    expect([store.text('number.immediately'), store.text('number.next-attempt'), store.state]).toEqual([
      '5',
      '1',
      'last-good',
    ]);
    expect(store.diagnostics).toMatchObject([{ file: 'application.ini', line: 2, code: 'bad-value' }]);
    kit.put('application.ini', 'number.immediately = 6');
    await store.refresh();
    expect([store.text('number.immediately'), store.state, store.diagnostics]).toEqual(['6', 'in-force', []]);
  });

  it('leaves it in force over a restart', async () => {
    kit.put('application.ini', 'number.immediately = 5');
    kit.put('transactions/vip.ini', 'number.immediately = 7');
    kit.open();
    await kept();
    kit.put('application.ini', 'number.immediately = six');
    const store = kit.open();
    expect([store.text('number.immediately'), store.state]).toEqual(['5', 'last-good']);
    expect(store.textsOf(interaction('a', 'vip'))).toEqual({ 'number.immediately': '7' });
    rmSync(join(kit.root, 'config'), { recursive: true });
    const without = kit.open();
    expect([without.text('number.immediately'), without.state]).toEqual(['5', 'last-good']);
    expect(without.diagnostics).toMatchObject([{ code: 'folder-gone' }]);
  });

  it('is not kept as good when only a plug-in knows that it is wrong', async () => {
    const late = defineOption({ ...theme, name: 'late' });
    kit.put('application.ini', 'late = Dark');
    kit.open([late]);
    await kept();
    kit.put('application.ini', 'late = Pink');
    expect(kit.open([late]).text('late')).toBe('Dark');
    expect(kit.open([late]).state).toBe('last-good');
  });

  it('of another folder or another agent is no substitute', async () => {
    kit.put('application.ini', 'number.immediately = 5');
    kit.put('agents/kaa.ini', 'number.next-attempt = 5');
    const store = kit.open();
    store.load('kaa');
    await kept();
    rmSync(join(kit.root, 'config'), { recursive: true });
    store.load('baloo');
    expect([store.text('number.next-attempt'), store.state]).toEqual(['1', 'none']);
  });

  it('keeps no secrets of the server on the desk', () => {
    kit.put('application.ini', 'gui.theme = Dark\n[channel-jungle]\napp-secret = hush');
    kit.open();
    return vi.waitFor(() => {
      const good = kit.lastGood.load({ groups: [] });
      expect(JSON.stringify(good?.layers)).toContain('Dark');
      expect(JSON.stringify(good?.layers)).not.toContain('hush');
    });
  });

  it.skipIf(process.getuid?.() === 0)('is one that may not be read', async () => {
    kit.put('application.ini', 'number.immediately = 5');
    const store = kit.open();
    chmodSync(join(kit.root, 'config/application.ini'), 0);
    await store.refresh();
    expect([store.text('number.immediately'), store.state]).toEqual(['5', 'last-good']);
  });

  it('does not matter when it is another agent’s', async () => {
    kit.put('application.ini', 'number.immediately = 5');
    kit.put('agents/baloo.ini', 'number.immediately = nonsense');
    const store = kit.open();
    store.load('kaa');
    expect([store.state, store.diagnostics]).toEqual(['in-force', []]);
  });
});
