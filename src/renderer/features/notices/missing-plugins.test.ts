import { describe, expect, it } from 'vitest';
import type { PluginView } from '#shared/ipc/view.ts';
import { missingMedia } from './missing-plugins.ts';

const channels = [
  { name: 'jungle', displayName: 'Jungle support', mediaType: 'whatsappsession', displayNumber: '+1' },
  { name: 'river', displayName: 'River support', mediaType: 'whatsappsession', displayNumber: '+2' },
];
const directory = { channels, queues: [], agents: [], dispositions: [], notReadyReasons: [] };
const session = { phase: 'signed-in', directory } as const;
const missing = { medium: 'whatsappsession', channels: 'Jungle support, River support' };
const none: ReadonlySet<string> = new Set();

function plugin(state: PluginView['state'], ...reasons: string[]): PluginView {
  return { id: 'com.example.plugin', displayName: 'WhatsApp', version: '1.0.0', state, reasons, startedIn: null };
}

describe('missingMedia', () => {
  it('says nothing when the medium has views', () => {
    const known = new Set(['whatsappsession']);
    expect(missingMedia({ session, plugins: [plugin('running')], known })).toEqual([]);
  });

  it('names the channels concerned, and the plug-in with its reasons', () => {
    expect(missingMedia({ session, plugins: [plugin('failed', 'It crashed.')], known: none })).toEqual([
      { ...missing, plugin: { name: 'WhatsApp', reason: 'It crashed.' } },
    ]);
  });

  it('says so without any plug-in, too', () => {
    expect(missingMedia({ session, plugins: [], known: none })).toEqual([missing]);
  });

  it('waits while a plug-in is starting', () => {
    expect(missingMedia({ session, plugins: [plugin('starting')], known: none })).toEqual([]);
  });

  it('does not wait for one that was refused', () => {
    expect(missingMedia({ session, plugins: [plugin('validated', 'No privilege.')], known: none })).toHaveLength(1);
  });

  it('says nothing before the server has told the privileges', () => {
    expect(missingMedia({ session: { phase: 'restoring', directory }, plugins: [], known: none })).toEqual([]);
  });
});
