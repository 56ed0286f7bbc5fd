import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { PluginView } from '#shared/ipc/view.ts';
import type { MediaTypeViews, ViewContext, ViewPlugin } from '#shared/plugin-api/views.ts';
import { createDeskStore } from '../state/desk-store.ts';
import { settle } from '../state/testing.ts';
import { PluginRegistries } from './registries.ts';
import { PLUGIN_TEXTS, PluginTranslations } from './translations.ts';
import { type BundledPlugin, ViewLoader } from './view-loader.ts';

const ID = 'com.example.channel';

const medium: MediaTypeViews = {
  mediaType: 'example',
  displayName: 'Example',
  icon: () => null,
  renderText: (text) => text,
  plainText: (text) => text,
  measureText: () => ({ used: 0, limit: 1 }),
  pendingThresholds: () => ({ warning: 1, maximum: 2 }),
  delaySpan: () => 1,
  describeError: () => undefined,
  hasServiceWindow: false,
};

const contribution = { id: 'card', title: 'Card', order: 1, component: () => null };

function activate({ mediaTypes, regions, translations }: ViewContext): void {
  mediaTypes.register(medium);
  regions.register('contact.card', contribution);
  translations.register('en', { 'card.title': 'Card of {{name}}' });
}

function plugin(state: PluginView['state'], id = ID): PluginView {
  return { id, displayName: 'Example', version: '1.0.0', state, reasons: [], startedIn: 1 };
}

function setUp(load: () => Promise<ViewPlugin> = () => Promise.resolve({ activate })) {
  const translator = createInstance();
  void translator.init({ lng: 'en', initAsync: false, resources: {}, keySeparator: false, nsSeparator: false });
  const registries = new PluginRegistries();
  const translations = new PluginTranslations(translator);
  const store = createDeskStore();
  const faults: unknown[] = [];
  const bundled: readonly BundledPlugin[] = [{ id: ID, load }];
  const onFault = (_plugin: PluginView, error: unknown) => faults.push(error);
  const loader = new ViewLoader({ bundled, registries, translations, store, onFault });
  const say = async (...plugins: PluginView[]) => {
    store.setState({ plugins });
    await settle();
  };
  const left = () => {
    const { mediaTypes, regions } = registries.store.getState();
    return {
      media: [...mediaTypes.keys()],
      regions: [...regions.values()].flat().map(({ id }) => id),
      texts: translator.hasResourceBundle('en', PLUGIN_TEXTS),
    };
  };
  return { loader, translations, faults, say, left };
}

const nothing = { media: [], regions: [], texts: false };
const everything = { media: ['example'], regions: ['card'], texts: true };

describe('ViewLoader', () => {
  it('loads views only when main says the plug-in runs', async () => {
    const { loader, say, left } = setUp();
    loader.start();
    await say(plugin('starting'));
    expect(left()).toEqual(nothing);
    await say(plugin('running'));
    expect(left()).toEqual(everything);
  });

  it('leaves nothing of a plug-in that has stopped', async () => {
    const { loader, say, left } = setUp();
    loader.start();
    await say(plugin('running'));
    await say(plugin('stopped'));
    expect(left()).toEqual(nothing);
    await say(plugin('running'));
    expect(left()).toEqual(everything);
  });

  it('does not load the same views twice', async () => {
    let loads = 0;
    const { loader, say } = setUp(() => {
      loads += 1;
      return Promise.resolve({ activate });
    });
    loader.start();
    await say(plugin('running'));
    await say(plugin('running'));
    expect(loads).toBe(1);
  });

  it('leaves a plug-in inactive that stopped while its code was read', async () => {
    let arrive: (views: ViewPlugin) => void = () => undefined;
    const { loader, say, left } = setUp(() => new Promise((resolve) => (arrive = resolve)));
    loader.start();
    await say(plugin('running'));
    await say(plugin('stopped'));
    arrive({ activate });
    await settle();
    expect(left()).toEqual(nothing);
  });

  it('takes back the half of what a failing plug-in has registered, and says so', async () => {
    const { loader, say, left, faults } = setUp(() =>
      Promise.resolve({
        activate(context) {
          activate(context);
          throw new Error('broken');
        },
      }),
    );
    loader.start();
    await say(plugin('running'));
    expect(left()).toEqual(nothing);
    expect(faults).toMatchObject([{ message: 'broken' }]);
  });

  it('leaves nothing when it stops', async () => {
    const { loader, say, left } = setUp();
    loader.start();
    await say(plugin('running'));
    loader.stop();
    expect(left()).toEqual(nothing);
  });

  it('translates for plug-ins, and shows the key where there is no text', async () => {
    const { loader, say, translations } = setUp();
    loader.start();
    await say(plugin('running'));
    expect(translations.translate('card.title', { name: 'Akela' })).toBe('Card of Akela');
    expect(translations.translate('card.missing')).toBe('card.missing');
  });
});
