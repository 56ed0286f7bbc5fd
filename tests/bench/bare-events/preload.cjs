// Hands events of main to the page.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', {
  onEvent: (listener) => ipcRenderer.on('event', (_, text) => listener(text)),
});
