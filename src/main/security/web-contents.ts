import { app, type Session, session, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** What every page of ours runs with (SEC-1): no Node, isolated, sandboxed, nothing remote. */
export function securePreferences(preload: string): Electron.WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
  };
}

/** True for a page of ours, by its whole origin: a suffix would let app://replydesk.evil pass. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(`${APP_ORIGIN}/`);
}

function guard(contents: WebContents, openLink: (address: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  // The preview's page plays all sounds, and must know the loudspeakers to choose between them (UI-2). Chromium tells of
  // them to whom it would tell of microphones; listening to one is a request, and refused above.
  target.setPermissionCheckHandler(
    (contents, permission, _origin, { mediaType }) =>
      permission === 'media' && mediaType === 'audio' && contents?.getURL() === `${APP_ORIGIN}/toast.html`,
  );
  target.setDevicePermissionHandler(() => false);
}

/** Applies the rules to every page there will be. `openLink` judges links before they leave. */
export function guardPages(openLink: (address: string) => void): void {
  denyPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guard(contents, openLink));
}
