import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { compareMessages } from '#shared/rules/ordering.ts';
import { buildRows, type MessageRow, type Row, shownTime } from './rows.ts';

const SPAN = 60_000;
const NOON = new Date(2026, 0, 5, 12, 0, 0).getTime();
let order = 0;

function message(change: Partial<Message> = {}): Message {
  order += 1;
  const direction = change.direction ?? 'in';
  const arrivalTime = change.arrivalTime ?? NOON;
  return {
    id: `m${String(order).padStart(4, '0')}`,
    interactionId: 'i',
    channel: 'jungle',
    direction,
    kind: 'text',
    text: 'Hello',
    providerId: null,
    originTime: direction === 'in' ? arrivalTime : null,
    arrivalTime,
    arrivalOrder: order,
    status: direction === 'in' ? 'received' : 'read',
    error: null,
    sender:
      direction === 'in' ? { type: 'contact', id: 'c', name: 'Akela' } : { type: 'agent', id: 'kaa', name: 'Kaa' },
    quoted: null,
    attachment: null,
    location: null,
    contacts: null,
    interactive: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
    ...change,
  };
}

/** `[` and `]` are the ends of a group, `t` a shown time, `s` a shown status. */
function shape(rows: readonly Row[]): string[] {
  return rows.map((row) =>
    row.kind === 'day'
      ? 'day'
      : `${row.first ? '[' : ''}${row.showTime ? 't' : ''}${row.showStatus ? 's' : ''}${row.last ? ']' : ''}`,
  );
}

describe('buildRows', () => {
  it('is empty without messages', () => expect(buildRows([], SPAN)).toEqual([]));

  it('groups one sender within one minute, and shows the time at the end of the group', () => {
    const rows = buildRows(
      [message(), message({ arrivalTime: NOON + 30_000 }), message({ arrivalTime: NOON + 59_999 })],
      SPAN,
    );
    expect(shape(rows)).toEqual(['day', '[', '', 't]']);
  });

  it('begins a new group with the next minute, and with another sender', () => {
    const rows = buildRows(
      [
        message(),
        message({ arrivalTime: NOON + 60_000 }),
        message({ arrivalTime: NOON + 60_000, direction: 'out' }),
        message({
          arrivalTime: NOON + 60_000,
          direction: 'out',
          sender: { type: 'agent', id: 'baloo', name: 'Baloo' },
        }),
      ],
      SPAN,
    );
    expect(shape(rows)).toEqual(['day', '[t]', '[t]', '[ts]', '[ts]']);
  });

  it('puts a date before the first message of each day', () => {
    const rows = buildRows([message(), message({ arrivalTime: NOON + 24 * 3_600_000 })], SPAN);
    expect(shape(rows)).toEqual(['day', '[t]', 'day', '[t]']);
  });

  it('breaks a group at midnight', () => {
    const midnight = new Date(2026, 0, 6, 0, 0, 0).getTime();
    const rows = buildRows(
      [message({ arrivalTime: midnight, originTime: midnight - 1 }), message({ arrivalTime: midnight })],
      SPAN,
    );
    expect(shape(rows)).toEqual(['day', '[t]', 'day', '[t]']);
  });

  it('shows a status inside a group only where it differs from the next one', () => {
    const rows = buildRows(
      [
        message({ direction: 'out' }),
        message({ direction: 'out' }),
        message({ direction: 'out', status: 'delivered' }),
      ],
      SPAN,
    );
    expect(shape(rows)).toEqual(['day', '[', 's', 'ts]']);
  });

  it('lets a failed message stand alone, since its reason stands under it', () => {
    const rows = buildRows(
      [message({ direction: 'out' }), message({ direction: 'out', status: 'failed' }), message({ direction: 'out' })],
      SPAN,
    );
    expect(shape(rows)).toEqual(['day', '[s', 'ts]', '[ts]']);
  });

  it('never groups system lines', () => {
    const system = { direction: 'system', sender: { type: 'system', name: '' } } as const;
    expect(shape(buildRows([message(system), message(system)], SPAN))).toEqual(['day', '[t]', '[t]']);
  });

  it('shows when a delayed message was sent, with its time even inside a group', () => {
    const late = message({ originTime: NOON - 2 * SPAN });
    const [, row] = buildRows([late, message()], SPAN) as [Row, MessageRow];
    expect([row.timing, row.showTime, shownTime(late, row.timing)]).toEqual(['delayed', true, NOON - 2 * SPAN]);
  });

  it('marks a message that stands before one which was here earlier', () => {
    const earlier = message({ arrivalTime: NOON });
    const later = message({ originTime: NOON - 5_000, arrivalTime: NOON + 1_000 });
    const rows = buildRows([earlier, later].sort(compareMessages), SPAN);
    expect(rows.map((row) => row.kind === 'message' && row.timing)).toEqual([false, 'out-of-order', 'in-time']);
  });

  it('keeps every message, in order, whatever comes', () => {
    const any = fc
      .record({
        arrivalTime: fc.integer({ min: NOON, max: NOON + 200_000_000 }),
        direction: fc.constantFrom('in' as const, 'out' as const, 'system' as const),
        status: fc.constantFrom('received' as const, 'failed' as const, 'read' as const),
      })
      .map(message);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (messages) => {
        const rows = buildRows(messages, SPAN);
        const shown = rows.flatMap((row) => (row.kind === 'message' ? [row] : []));
        expect(shown.map((row) => row.message)).toEqual(messages);
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
        // Each group begins once and ends once.
        shown.forEach((row, index) => {
          const next = shown[index + 1];
          if (next) expect(row.last).toBe(next.first);
        });
      }),
    );
  });
});
