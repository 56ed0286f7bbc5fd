import type { Result } from '../result.ts';
import type { IpcChannel, IpcParams, IpcResultValue } from './contract.ts';
import type { DeskUpdate } from './view.ts';

/** What the preload puts on `window.replydesk`; all a page can reach of the program. */
export interface ReplydeskBridge {
  request<C extends IpcChannel>(channel: C, params: IpcParams<C>): Promise<Result<IpcResultValue<C>>>;
  /** Calls `listener` for each update until the returned function is called. */
  onUpdate(listener: (update: DeskUpdate) => void): () => void;
}
