import { describe, expect, it } from 'vitest';
import type { PluginView } from '#shared/ipc/view.ts';
import { missingMedia } from './missing-plugins.ts';

const channels = [
  { name: 'jungle', displayName: 'Jungle support', mediaType: 'whatsappsession', displayNumber: '+1' },
  { name: 'river', displayName: 'River support', mediaType: 'whatsappsession', displayNumber: '+2' },
];
const directory = { channels };
const missing = { medium: 'whatsappsession', channels: 'Jungle support, River support' };
const none: ReadonlySet<string> = new Set();

function plugin(state: PluginView['state'], ...reasons: string[]): PluginView {
  return { id: 'com.example.plugin', displayName: 'WhatsApp', version: '1.0.0', state, reasons, startedIn: null };
}

describe('missingMedia', () => {
  it('says nothing when the medium has views', () => {
    const known = new Set(['whatsappsession']);
    expect(missingMedia({ directory, plugins: [plugin('running')], known })).toEqual([]);
  });

  it('names the channels concerned, and the plug-in with its reasons', () => {
    expect(missingMedia({ directory, plugins: [plugin('failed', 'It crashed.')], known: none })).toEqual([
      { ...missing, plugin: { name: 'WhatsApp', reason: 'It crashed.' } },
    ]);
  });

  it('says so without any plug-in, too', () => {
    expect(missingMedia({ directory, plugins: [], known: none })).toEqual([missing]);
  });
});
