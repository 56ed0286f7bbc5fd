import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Disposable } from '#shared/disposable.ts';
import { disposable } from '#shared/disposable.ts';
import { IPC_REQUEST } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';
import { refuse } from '#shared/result.ts';
import { isOwnPage } from '../security/web-contents.ts';
import { type DispatchOptions, dispatch, type IpcHandlers } from './dispatch.ts';

/** Only the main frame of a page of ours may ask; a frame or a page that got in otherwise may not (SEC-1). */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url);
}

/** The one place where pages reach main. Every channel of the contract has its handler, by type. */
export function registerIpc(handlers: IpcHandlers, options: Omit<DispatchOptions, 'window'>): Disposable {
  ipcMain.handle(IPC_REQUEST, async (event, payload: unknown): Promise<Result<unknown>> => {
    if (!isTrusted(event)) {
      options.log.warn({}, 'ipc request of a foreign sender refused');
      return refuse('ipc-sender-refused', 'Only pages of Replydesk may ask this.');
    }
    return dispatch(handlers, payload, { ...options, window: event.sender.id });
  });
  return disposable(() => ipcMain.removeHandler(IPC_REQUEST));
}
