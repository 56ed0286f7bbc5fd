import { contextBridge, ipcRenderer } from 'electron';
import type { ReplydeskBridge } from '../shared/ipc/bridge.ts';
import type { DeskUpdate } from '../shared/ipc/view.ts';

// Names are repeated here, not imported: importing the contract would pull its schemas into every page's start.
const REQUEST: typeof import('../shared/ipc/contract.ts').IPC_REQUEST = 'replydesk:request';
const UPDATE: typeof import('../shared/ipc/contract.ts').IPC_UPDATE = 'replydesk:update';

const bridge: ReplydeskBridge = {
  request: (channel, params) => ipcRenderer.invoke(REQUEST, { channel, params }),
  onUpdate(listener) {
    const forward = (_event: unknown, update: DeskUpdate) => listener(update);
    ipcRenderer.on(UPDATE, forward);
    return () => ipcRenderer.off(UPDATE, forward);
  },
};

contextBridge.exposeInMainWorld('replydesk', bridge);
