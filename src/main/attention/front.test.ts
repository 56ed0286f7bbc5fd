import { describe, expect, it } from 'vitest';
import { Front } from './front.ts';

const MAIN = 1;
const OWN = 2;

function front() {
  let changes = 0;
  const it = new Front(() => {
    changes += 1;
  });
  return { it, changes: () => changes };
}

describe('what is in front', () => {
  it('is what the focused window shows, and nothing while none has the focus', () => {
    const { it: windows, changes } = front();
    windows.shows(MAIN, 'a');
    windows.shows(OWN, 'b');
    expect(windows.inFront).toBeNull();
    windows.focused(MAIN);
    expect(windows.inFront).toBe('a');
    windows.focused(OWN);
    windows.blurred(MAIN);
    expect(windows.inFront).toBe('b');
    windows.blurred(OWN);
    expect(windows.inFront).toBeNull();
    expect(changes()).toBe(5);
  });

  it('goes with the window', () => {
    const { it: windows } = front();
    windows.shows(OWN, 'b');
    windows.sees(OWN, 'b');
    windows.focused(OWN);
    windows.closed(OWN);
    expect([windows.inFront, windows.seen]).toEqual([null, null]);
  });
});

describe('what is seen', () => {
  it('stays when the window that was left speaks after the one gone to', () => {
    const { it: windows } = front();
    windows.sees(MAIN, 'a');
    windows.sees(OWN, 'b');
    windows.sees(MAIN, null);
    expect(windows.seen).toBe('b');
    windows.sees(OWN, null);
    expect(windows.seen).toBeNull();
  });

  it('is what was said last', () => {
    const { it: windows } = front();
    windows.sees(OWN, 'b');
    windows.sees(MAIN, 'a');
    windows.sees(MAIN, 'c');
    expect(windows.seen).toBe('c');
  });
});

describe('what is read', () => {
  it('is what is seen to its end in the window with the focus', () => {
    const { it: windows } = front();
    windows.sees(MAIN, 'a');
    expect(windows.read).toBeNull();
    windows.focused(MAIN);
    expect(windows.read).toBe('a');
    windows.focused(OWN);
    expect(windows.read).toBeNull();
    windows.sees(OWN, 'b');
    expect(windows.read).toBe('b');
    windows.blurred(OWN);
    expect(windows.read).toBeNull();
  });
});
