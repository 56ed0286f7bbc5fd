import { describe, expect, it } from 'vitest';
import { createLog, redactLine } from './log.ts';

function logTo(lines: string[]) {
  return createLog({ level: 'debug', destination: { write: (line: string) => lines.push(line) } });
}

describe('createLog', () => {
  it('writes no number, name, body or token, whichever way it comes in', () => {
    const lines: string[] = [];
    const log = logTo(lines).child({ displayName: 'Kate Lewis' });
    log.info({ message: { text: 'my card is lost' }, authorization: 'Bearer abc' }, 'from +16505551234');
    log.error(new Error('no route to 16505551234'));
    const all = lines.join('');
    for (const secret of ['Kate', 'card', 'abc', '6505551234']) expect(all).not.toContain(secret);
    expect(all).toContain('no route to [number]');
    expect(lines).toHaveLength(2);
  });

  it('writes one JSON object a line with level, time and message', () => {
    const lines: string[] = [];
    logTo(lines).warn({ channel: 'jungle' }, 'slow');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 40, time: expect.any(Number), channel: 'jungle', msg: 'slow' });
    expect(lines[0]?.endsWith('\n')).toBe(true);
  });

  it('redacts what is no JSON as text', () => {
    expect(redactLine('plain +16505551234')).toBe('plain [number]');
  });
});
