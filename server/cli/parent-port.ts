/** What is used of the port to the desktop; it exists only inside an Electron utility process. */
interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** How the desktop hears of its embedded server (SRV-1). */
export type ServerReport =
  | { readonly type: 'listening'; readonly url: string }
  | { readonly type: 'failed'; readonly error: { readonly code: string; readonly message: string } };

/** The desktop that started this process, if one did. */
export interface ParentPort {
  report(report: ServerReport): void;
  onStop(listener: () => void): void;
}

export function parentPort(): ParentPort | undefined {
  const port = (process as { readonly parentPort?: ElectronPort }).parentPort;
  return (
    port && {
      report: (report) => port.postMessage(report),
      onStop: (listener) =>
        port.on('message', ({ data }) => {
          if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'stop') listener();
        }),
    }
  );
}
