import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** True for an address that only programs on this machine can reach. */
export function isLoopbackAddress(address: string): boolean {
  return address === 'localhost' || LOOPBACK_ADDRESS.test(address);
}

/**
 * True for a request of a program on this machine: it comes over loopback, names a loopback host (a page that rebinds
 * its own name to 127.0.0.1 names another) and was not made by a web page (those send an Origin). Behind a proxy
 * everything comes over loopback, so nothing counts as local.
 */
export function isLocalRequest(request: IncomingMessage, behindProxy: boolean): boolean {
  const { host, origin } = request.headers;
  return (
    !behindProxy &&
    origin === undefined &&
    LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(host ?? '')
  );
}
