import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskChange } from '#shared/ipc/view.ts';
import { type OwnWindow, PoppedOut } from './popped-out.ts';

/** A window that does what it is told at once. */
class TestWindow extends EventEmitter {
  raised = 0;
  minimized = false;
  readonly webContents = {};
  close = () => void this.emit('closed');
  destroy = () => void this.emit('closed');
  focus = () => {
    this.raised += 1;
  };
  isDestroyed = () => false;
  isMinimized = () => this.minimized;
  isVisible = () => true;
  restore = () => {
    this.minimized = false;
  };
  show = () => {};
}

let opened: Map<string, TestWindow>;
let told: (readonly string[])[];
let windows: PoppedOut;
const apply = (...changes: unknown[]) => windows.apply({ version: 1, changes: changes as DeskChange[] });
const interaction = (id: string, stage: string, agent: string | null) => ({
  type: 'interaction',
  interaction: { interaction: { id, stage, agent } },
});

beforeEach(() => {
  opened = new Map();
  told = [];
  windows = new PoppedOut({
    open(id) {
      const window = new TestWindow();
      opened.set(id, window);
      return window as unknown as OwnWindow;
    },
    onChange: (ids) => told.push(ids),
  });
});

describe('windows of interactions', () => {
  it('are one for each, which a second wish brings to the front', () => {
    windows.open('a');
    const window = opened.get('a');
    if (window) window.minimized = true;
    windows.open('a');
    expect(told).toEqual([['a']]);
    expect(window).toMatchObject({ raised: 1, minimized: false });
  });

  it('put the interaction back when they are closed, and what was typed there counts elsewhere', () => {
    windows.open('a');
    windows.open('b');
    opened.get('a')?.close();
    expect(told.at(-1)).toEqual(['b']);
    expect([windows.hadWindow('a'), windows.hadWindow('c')]).toEqual([true, false]);
  });

  it.each([
    ['is done', { type: 'interaction-removed', interactionId: 'a' }],
    ['goes back to a queue', interaction('a', 'queued', null)],
  ])('close when the interaction %s', (_case, change) => {
    windows.open('a');
    windows.open('b');
    apply(interaction('b', 'assigned', 'kaa'), change);
    expect(told.at(-1)).toEqual(['b']);
  });

  it('close with the session, and stay while it is only restored', () => {
    windows.open('a');
    apply({ type: 'session', session: { phase: 'restoring' } });
    expect(windows.windows).toHaveLength(1);
    apply({ type: 'session', session: { phase: 'signed-out' } });
    expect(windows.windows).toHaveLength(0);
  });

  it('raises a window that is there, and opens none for that', () => {
    windows.raise('a');
    expect(opened.size).toBe(0);
    windows.open('a');
    windows.raise('a');
    expect(opened.get('a')?.raised).toBe(1);
    const [window] = opened.values();
    if (window) window.close = () => {};
    windows.close('a');
    windows.raise('a');
    expect(window?.raised).toBe(1);
  });
});
