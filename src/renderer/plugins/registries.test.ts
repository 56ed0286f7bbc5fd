import { describe, expect, it } from 'vitest';
import { plainMediaType } from './plain-media-type.ts';
import { oneLine, previewOf } from './preview.ts';
import { applies, PluginRegistries } from './registries.ts';

const part = (id: string, order: number) => ({ id, order, title: id, component: () => null, pluginId: 'p' });

describe('PluginRegistries', () => {
  it('keeps contributions in their order', () => {
    const { registerRegion, store } = bound();
    registerRegion('contact.card', part('second', 2));
    registerRegion('contact.card', part('first', 1));
    expect(
      store
        .getState()
        .regions.get('contact.card')
        ?.map(({ id }) => id),
    ).toEqual(['first', 'second']);
  });

  it('refuses a second medium of one name, and a second contribution of one id', () => {
    const registries = new PluginRegistries();
    registries.registerMediaType(plainMediaType('sms'));
    expect(() => registries.registerMediaType(plainMediaType('sms'))).toThrow(/sms/);
    registries.registerRegion('contact.card', part('one', 1));
    expect(() => registries.registerRegion('contact.card', part('one', 1))).toThrow(/one/);
  });

  it('lets another plug-in have the medium once the first has gone', () => {
    const registries = new PluginRegistries();
    registries.registerMediaType(plainMediaType('sms')).dispose();
    expect(() => registries.registerMediaType(plainMediaType('sms'))).not.toThrow();
  });

  function bound() {
    const registries = new PluginRegistries();
    return { store: registries.store, registerRegion: registries.registerRegion.bind(registries) };
  }
});

describe('applies', () => {
  const facts = { mediaType: 'sms', privileges: ['Contact.canUse'] };

  it('is true without a condition', () => {
    expect(applies(part('a', 1), facts)).toBe(true);
  });

  it('asks for the medium', () => {
    const when = { mediaTypes: ['sms'] };
    expect(applies({ ...part('a', 1), when }, facts)).toBe(true);
    expect(applies({ ...part('a', 1), when }, { ...facts, mediaType: 'mail' })).toBe(false);
    expect(applies({ ...part('a', 1), when }, { privileges: null })).toBe(false);
  });

  it('asks for the privilege, which everybody has while access control is off', () => {
    const when = { privilege: 'Supervisor.canExport' };
    expect(applies({ ...part('a', 1), when }, facts)).toBe(false);
    expect(applies({ ...part('a', 1), when }, { privileges: null })).toBe(true);
    expect(applies({ ...part('a', 1), when }, { privileges: ['Supervisor.canExport'] })).toBe(true);
  });
});

describe('previews', () => {
  const views = { plainText: (text: string) => text.replaceAll('*', '') };

  it('are one line without marks', () => {
    expect(oneLine('  *Hi*,\n\n  there\t! ', views)).toBe('Hi, there !');
  });

  it('are undefined before the first message', () => {
    expect(previewOf({ lastMessage: null }, views)).toBeUndefined();
  });
});
