// The least an Electron program can do: one window with one heading. What starting Replydesk is measured against.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

// Not awaited: Electron is ready only after this module has been evaluated.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
app.on('window-all-closed', () => app.quit());
