import { isSiblingName } from '#shared/options/include.ts';

/**
 * The file name an address of ours has under a folder such as `sounds`; undefined where it has none there, or something
 * that leads out of it.
 */
export function nameUnder(folder: string, address: string): string | undefined {
  const { host, pathname } = new URL(address);
  const prefix = `/${folder}/`;
  if (host !== 'replydesk' || !pathname.startsWith(prefix)) return undefined;
  try {
    const name = decodeURIComponent(pathname.slice(prefix.length));
    return isSiblingName(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
