import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Agents for one request that know whether a connection ever stood. Before that nothing can have been sent, so a
 * failure is no reason to fear that the message is on its way. Connections are not kept: one that the provider closes
 * at the moment it is used again would leave a message of unknown outcome, which costs a person more than a handshake.
 */
export interface ConnectionWatch {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
  wasConnected(): boolean;
}

export function watchConnection(): ConnectionWatch {
  let connected = false;
  const note = () => {
    connected = true;
  };
  const httpAgent = new HttpAgent({ keepAlive: false });
  const httpsAgent = new HttpsAgent({ keepAlive: false });
  observe(httpAgent, 'connect', note);
  observe(httpsAgent, 'secureConnect', note);
  return { httpAgent, httpsAgent, wasConnected: () => connected };
}

/** Agents tell of a socket only when it is free again, which is too late here. */
function observe(agent: HttpAgent, event: 'connect' | 'secureConnect', note: () => void): void {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket: Duplex | null | undefined = create(options, callback);
    (socket as Socket | undefined)?.once(event, note);
    return socket;
  };
}
