import { describe, expect, it } from 'vitest';
import type { Notice } from '#shared/ipc/view.ts';
import { bySeverity, shownNotices } from './order.ts';

function notice(id: string, severity: Notice['severity'], at = 0): Notice {
  return { id, severity, at, code: 'x', message: id };
}

describe('bySeverity', () => {
  it('puts errors before warnings before notes', () => {
    const list = [notice('note', 'info'), notice('error', 'error'), notice('warning', 'warning')];
    expect(list.sort(bySeverity).map(({ id }) => id)).toEqual(['error', 'warning', 'note']);
  });

  it('puts the newest of one severity first', () => {
    expect([notice('old', 'info', 1), notice('new', 'info', 2)].sort(bySeverity)[0]?.id).toBe('new');
  });
});

describe('shownNotices', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => notice(id, 'info'));

  it('shows all of a few', () => {
    expect(shownNotices(list.slice(0, 3), false)).toMatchObject({ hidden: 0, shown: { length: 3 } });
  });

  it('leaves out the rest of many, and says how many', () => {
    expect(shownNotices(list, false)).toMatchObject({ hidden: 2, shown: { length: 2 } });
  });

  it('shows all when asked', () => {
    expect(shownNotices(list, true)).toMatchObject({ hidden: 0, shown: { length: 4 } });
  });
});
