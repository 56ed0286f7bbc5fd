import { describe, expect, it } from 'vitest';
import type { PluginView } from '#shared/ipc/view.ts';
import { pluginsSettled } from './settled.ts';

const loading: ReadonlySet<string> = new Set();
const signedIn = { phase: 'signed-in', loading } as const;

function plugin(state: PluginView['state'], ...reasons: string[]): PluginView {
  return { id: 'com.example.plugin', displayName: 'Example', version: '1.0.0', state, reasons, startedIn: null };
}

describe('pluginsSettled', () => {
  it('is true when all run, or have stopped for good', () => {
    expect(pluginsSettled({ ...signedIn, plugins: [plugin('running'), plugin('failed', 'It crashed.')] })).toBe(true);
    expect(pluginsSettled({ ...signedIn, plugins: [] })).toBe(true);
  });

  it('is false while one is starting', () => {
    expect(pluginsSettled({ ...signedIn, plugins: [plugin('starting')] })).toBe(false);
    expect(pluginsSettled({ ...signedIn, plugins: [plugin('validated')] })).toBe(false);
  });

  it('does not wait for one that was refused', () => {
    expect(pluginsSettled({ ...signedIn, plugins: [plugin('validated', 'No privilege.')] })).toBe(true);
  });

  it('is false while views are being read', () => {
    expect(pluginsSettled({ ...signedIn, plugins: [plugin('running')], loading: new Set(['x']) })).toBe(false);
  });

  it('is false before the server has told the privileges', () => {
    expect(pluginsSettled({ phase: 'restoring', loading, plugins: [] })).toBe(false);
  });
});
