// The least that shows what main tells a page: one window, one channel, one line an event; and a plain text field.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));

// Not awaited: Electron is ready only after this module has been evaluated.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { preload: at('preload.cjs'), backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(at('index.html'));
});
app.on('window-all-closed', () => app.quit());
