import { type Disposable, disposable } from '#shared/disposable.ts';

const INTERVAL = 250;

/**
 * Calls `onGone` when the shell that npm put between itself and this program is gone. `npm run` passes SIGTERM to that
 * shell only, and the shell ends without a word to its child: the server would live on, unseen, with its port and its
 * data folder. Without npm nothing is watched, since a program may outlive whoever started it.
 */
export function watchNpmShell(
  environment: Readonly<Record<string, string | undefined>>,
  onGone: () => void,
): Disposable {
  if (environment.npm_lifecycle_event === undefined) return disposable(() => undefined);
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL);
  timer.unref();
  return disposable(() => clearInterval(timer));
}
