import { Worker } from 'node:worker_threads';
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

/**
 * Ends the program from a thread of its own when its main thread no longer moves: one that lingers would keep the next
 * start from its data folder. Everything that matters is on disk before it is told, so nothing is lost.
 */
function endWhenStuck(): void {
  const last = STOP_TIMEOUT + 1_000;
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${last})`, { eval: true }).unref();
}

function stopBeforeQuit(application: Application): void {
  let stopping = false;
  app.on('before-quit', (event) => {
    if (stopping) return;
    stopping = true;
    event.preventDefault();
    const late = setTimeout(() => app.exit(1), STOP_TIMEOUT);
    endWhenStuck();
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
  stopBeforeQuit(application);
  await application.start();
}

main().catch((error: unknown) =>
  fail('Replydesk stopped', error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
