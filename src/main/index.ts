import { app, dialog } from 'electron';
import { Application } from './app/application.ts';
import { readArguments } from './app/arguments.ts';
import { settlePaths } from './app/paths.ts';
import { declareAppScheme } from './security/app-protocol.ts';

/** Ends the program after quitting took this long, in milliseconds: better than a window that never closes. */
const STOP_TIMEOUT = 10_000;

function fail(title: string, message: string): never {
  console.error(`${title}: ${message}`);
  dialog.showErrorBox(title, message);
  app.exit(1);
  throw new Error(message);
}

/** What nobody caught is written down and told. Electron would show a box and hold the whole program until it is closed. */
function reportFaults(application: Application): void {
  const report = (error: unknown) => application.report(error);
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

function stopBeforeQuit(application: Application): void {
  let stopping = false;
  app.on('before-quit', (event) => {
    if (stopping) return;
    stopping = true;
    event.preventDefault();
    const late = setTimeout(() => app.exit(1), STOP_TIMEOUT);
    application
      .stop()
      .catch((error: unknown) => console.error('Replydesk did not stop cleanly:', error))
      .finally(() => {
        clearTimeout(late);
        app.exit(0);
      });
  });
  app.on('window-all-closed', () => app.quit());
}

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(1));
  if (!args.ok) fail('Replydesk cannot start', args.error.message);
  const paths = settlePaths(args.value);
  app.setPath('userData', paths.data);
  // One desk a data folder: two would write the same cache and outbox.
  if (!app.requestSingleInstanceLock()) {
    console.error('Replydesk is already running with this data folder; its window comes to the front.');
    app.exit(0);
    return;
  }
  declareAppScheme();
  await app.whenReady();
  const application = new Application(args.value, paths);
  app.on('second-instance', () => application.focus());
  reportFaults(application);
  stopBeforeQuit(application);
  await application.start();
}

main().catch((error: unknown) =>
  fail('Replydesk stopped', error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
