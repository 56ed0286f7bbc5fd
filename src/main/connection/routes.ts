/** How a connection reaches the server: straight, or through this proxy. */
export type Route = 'direct' | URL;

/** What Chromium calls the kinds of proxy, and the scheme they have in an address here. */
const SCHEMES: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4a',
  SOCKS4: 'socks4a',
  SOCKS5: 'socks5h',
};

/** Reads what Chromium says of an address, the best first: `PROXY proxy.example:3128; SOCKS5 other:1080; DIRECT`. */
export function routesOf(answer: string): readonly Route[] {
  const routes = answer.split(';').flatMap((part): readonly Route[] => {
    const [kind = '', address = ''] = part.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return ['direct'];
    const text = `${SCHEMES[kind.toUpperCase()]}://${address}`;
    return kind.toUpperCase() in SCHEMES && URL.canParse(text) ? [new URL(text)] : [];
  });
  return routes.length === 0 ? ['direct'] : routes;
}

/** The proxy that `connection.proxy` names. The proxy resolves names, since those of a company may exist there only. */
export function routeTo(address: string): URL {
  return new URL(address.replace(/^socks5:/i, 'socks5h:'));
}

/** True for this computer, which no proxy can reach as we mean it. */
export function isLoopback(hostname: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[?::1\]?|(?:.+\.)?localhost)$/i.test(hostname);
}
