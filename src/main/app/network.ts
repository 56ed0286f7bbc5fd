import { resolve } from 'node:path';
import { session } from 'electron';
import { SystemClock } from '#shared/clock.ts';
import type { Refusal } from '#shared/result.ts';
import { readAuthorities } from '../connection/authorities.ts';
import { Network } from '../connection/network.ts';
import type { OptionStore } from '../options/option-store.ts';

/**
 * The way to the server as the options at start say (OPT-5). Without the authorities that cannot be read it goes on, and
 * a server that needs them is refused like any other nobody vouches for; `trouble` says why.
 */
export function createNetwork(
  options: OptionStore,
  configFolder: string,
): { readonly network: Network; readonly trouble: Refusal | undefined } {
  const file = options.text('connection.ca-file');
  const authorities = file === '' ? undefined : readAuthorities(resolve(configFolder, file));
  const network = new Network({
    clock: new SystemClock(),
    proxy: options.text('connection.proxy'),
    authorities: authorities?.ok ? authorities.value : [],
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
  });
  return { network, trouble: authorities?.ok === false ? authorities.error : undefined };
}
