import { describe, expect, it } from 'vitest';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import { type Log, type LogDetails, silentLog } from './log.ts';
import { UnfinishedWork } from './unfinished-work.ts';

const begun = (firstMessage: string): Unfinished => ({
  notification: null,
  interactive: null,
  attached: [],
  firstMessage,
});

function underTest() {
  const rows = new Map<string, string>();
  const told: string[] = [];
  const warnings: LogDetails[] = [];
  const log: Log = { ...silentLog, warn: (details) => warnings.push(details) };
  const work = new UnfinishedWork({
    log,
    write: (place, value) => {
      rows.delete(place);
      if (value !== '') rows.set(place, value);
    },
    onChange: (place) => told.push(place),
  });
  const kept = () => [...rows].map(([place, value]) => ({ place, value }));
  return { work, rows, told, warnings, kept };
}

describe('UnfinishedWork', () => {
  it('comes back from what it wrote, and tells the pages', () => {
    const before = underTest();
    before.work.set('ixn-1', begun('half a'));
    expect(before.told).toEqual(['ixn-1']);
    const after = underTest();
    after.work.restore(before.kept());
    expect(after.work.all()).toEqual({ 'ixn-1': begun('half a') });
    expect(after.told).toEqual(['ixn-1']);
    expect(after.rows.size).toBe(0);
  });

  it('is gone here and on the disk once it was sent', () => {
    const { work, rows, told } = underTest();
    work.set('ixn-1', begun('half a'));
    work.set('ixn-1', null);
    expect([work.of('ixn-1'), rows.size]).toEqual([null, 0]);
    expect(told).toEqual(['ixn-1', 'ixn-1']);
  });

  it.each(['', '{', '"text"', '{"firstMessage":7}', JSON.stringify({ ...begun(''), attached: [{}] })])(
    'leaves out what cannot be read (%s) with a line in the log that does not name the place',
    (value) => {
      const { work, rows, warnings } = underTest();
      const readable = { place: 'ixn-2', value: JSON.stringify(begun('b')) };
      work.restore([{ place: 'new-session:{"number":"+16145550123"}', value }, readable]);
      expect(work.all()).toEqual({ 'ixn-2': begun('b') });
      expect(warnings).toHaveLength(1);
      expect(JSON.stringify(warnings)).not.toContain('16145550123');
      expect(rows.size).toBe(0);
    },
  );

  it('does not come back with what a page hands over after the interaction ended', () => {
    const { work, rows, told } = underTest();
    work.set('ixn-1', begun('half a'));
    work.end('ixn-1');
    work.set('ixn-1', begun('half a word'));
    expect([work.of('ixn-1'), rows.size]).toEqual([null, 0]);
    expect(told).toHaveLength(3);
  });

  it('is forgotten with the session, on screen too, and stays on the disk', () => {
    const { work, rows, told } = underTest();
    work.set('ixn-1', begun('half a'));
    work.clear();
    expect(work.all()).toEqual({});
    expect(told).toEqual(['ixn-1', 'ixn-1']);
    expect(rows.size).toBe(1);
  });

  it('is written whole to a fresh file', () => {
    const { work, rows } = underTest();
    work.set('ixn-1', begun('a'));
    rows.clear();
    work.rewrite();
    expect(rows.get('ixn-1')).toBe(JSON.stringify(begun('a')));
  });

  it('keeps the 200 sessions nobody began that were written in last, and every interaction', () => {
    const { work, rows } = underTest();
    work.set('ixn-1', begun('a'));
    for (let n = 1; n <= 200; n += 1) work.set(`new-session:${n}`, begun('Hello'));
    work.set('new-session:1', begun('Hello again'));
    work.set('new-session:201', begun('Hello'));
    expect([work.of('new-session:1'), work.of('new-session:2')]).toEqual([begun('Hello again'), null]);
    expect(work.of('ixn-1')).toEqual(begun('a'));
    expect(rows.size).toBe(201);
  });
});
