import { type Clock, SystemClock } from '#shared/clock.ts';
import type { FramedBridge } from '../ipc/bridge.ts';
import { DeskClient } from '../ipc/desk-client.ts';
import { PluginRegistries } from '../plugins/registries.ts';
import { ShortcutRegistry } from '../shortcuts/shortcut-registry.ts';
import { Announcer } from './announcer.ts';
import { createDeskStore, type DeskStore } from './desk-store.ts';
import { DeskSync } from './desk-sync.ts';
import { HistorySync } from './history-sync.ts';
import { LibraryStore } from './library-store.ts';
import { Ticker } from './ticker.ts';
import { addNotice, createUiStore, openInteraction, type UiStore } from './ui-store.ts';
import { UnfinishedSync } from './unfinished-sync.ts';

/** Everything a page works with; made once per page and handed down by context. */
export interface Desk {
  readonly store: DeskStore;
  readonly ui: UiStore;
  readonly client: DeskClient;
  readonly sync: DeskSync;
  readonly unfinished: UnfinishedSync;
  readonly history: HistorySync;
  readonly library: LibraryStore;
  readonly ticker: Ticker;
  readonly plugins: PluginRegistries;
  readonly announcer: Announcer;
  readonly shortcuts: ShortcutRegistry;
}

export interface DeskOptions {
  readonly bridge: FramedBridge;
  readonly faultMessage: () => string;
  readonly clock?: Clock;
}

export function createDesk({ bridge, faultMessage, clock = new SystemClock() }: DeskOptions): Desk {
  const store = createDeskStore();
  const ui = createUiStore();
  const client = new DeskClient({
    bridge,
    faultMessage,
    onRefusal: (about, { code, message }) =>
      addNotice(ui, { id: `refusal:${about}`, severity: 'error', code, message, at: clock.now() }),
  });
  const unfinished = new UnfinishedSync({ client, store, clock });
  const sync = new DeskSync({ client, store, clock, unfinished, onShow: (id) => openInteraction(ui, id, true) });
  return {
    store,
    ui,
    client,
    sync,
    unfinished,
    history: new HistorySync(client, store),
    library: new LibraryStore(client),
    ticker: new Ticker(clock),
    plugins: new PluginRegistries(),
    announcer: new Announcer(clock),
    shortcuts: new ShortcutRegistry(),
  };
}
