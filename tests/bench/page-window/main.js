// One window on a bench page that was built before; the page is named by --page=FILE.
import { app, BrowserWindow } from 'electron';

const page = process.argv.find((argument) => argument.startsWith('--page='))?.slice('--page='.length) ?? '';

// Not awaited: Electron is ready only after this module has been evaluated.
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    // Another window of the bench may be in front.
    webPreferences: { backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(page);
});
app.on('window-all-closed', () => app.quit());
