import {
  type IpcChannel,
  type IpcParams,
  type IpcResultValue,
  ipcChannels,
  ipcRequestSchema,
} from '#shared/ipc/contract.ts';
import { type Result, refuse } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';

export type IpcHandlers = {
  /** `window`: the number of the page that asks. */
  readonly [C in IpcChannel]: (
    params: IpcParams<C>,
    window: number,
  ) => Result<IpcResultValue<C>> | Promise<Result<IpcResultValue<C>>>;
};

export interface DispatchOptions {
  readonly log: Log;
  /** The number of the page that asks. */
  readonly window: number;
  /** Refuses a request that cannot be taken just now; undefined lets it pass. */
  readonly guard?: (channel: IpcChannel, params: unknown) => Result<never> | undefined;
}

function isChannel(name: string): name is IpcChannel {
  return Object.hasOwn(ipcChannels, name);
}

/**
 * Checks a request against the contract and runs its handler. Never throws: a wrong request is a refusal with a
 * code, a bug in a handler is logged with its cause and answered as `internal-error`.
 */
export async function dispatch(
  handlers: IpcHandlers,
  payload: unknown,
  { log, window, guard }: DispatchOptions,
): Promise<Result<unknown>> {
  const request = ipcRequestSchema.safeParse(payload);
  if (!request.success) return refuse('ipc-request-wrong', 'The request is not of the form {channel, params}.');
  const { channel, params } = request.data;
  if (!isChannel(channel)) return refuse('ipc-channel-unknown', `There is no channel "${channel.slice(0, 100)}".`);
  const checked = ipcChannels[channel].params.safeParse(params);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    log.warn({ channel, path: issue?.path.join('.') }, 'ipc parameters refused');
    return refuse('ipc-params-wrong', `${channel}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`);
  }
  const refused = guard?.(channel, checked.data);
  if (refused) return refused;
  try {
    // The pair of channel and parameters was checked above; the map's type cannot follow that.
    const handler = handlers[channel] as (
      params: unknown,
      window: number,
    ) => Result<unknown> | Promise<Result<unknown>>;
    return await handler(checked.data, window);
  } catch (error) {
    log.error({ channel, error }, 'ipc handler failed');
    return refuse('internal-error', 'Something went wrong in Replydesk itself. It was written to the log.');
  }
}
