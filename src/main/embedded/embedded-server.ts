import { join } from 'node:path';
import type { OptionEntry } from '#shared/options/entry.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';
import { connectTrial, type TrialChannel } from './trial.ts';
import { UtilityProgram } from './utility-program.ts';

export interface EmbeddedServerOptions {
  readonly trial: boolean;
  readonly config: string;
  readonly data: string;
  readonly serverEntry: string;
  readonly simulatorEntry: string;
  readonly serverPort: number;
  readonly simulatorPort: number;
  /** Entries of `application.ini`, for the sample channel of trial mode. */
  readonly entries: readonly OptionEntry[];
  readonly log: Log;
  /** The server ended without being asked to. */
  readonly onLost: (message: string) => void;
}

/** The scenario that sample customers play in trial mode. */
const TRIAL_SCENARIO = 'trial';

/** The channel whose provider the simulator plays: the first one in the file with a number. */
export function trialChannel(entries: readonly OptionEntry[]): TrialChannel | undefined {
  const section = entries.find(
    (entry) => entry.section.startsWith('channel-') && entry.key === 'phone-number-id',
  )?.section;
  if (section === undefined) return undefined;
  const text = (key: string) => entries.find((entry) => entry.section === section && entry.key === key)?.value ?? '';
  return {
    name: section.slice('channel-'.length),
    phoneNumberId: text('phone-number-id').split(',')[0]?.trim() ?? '',
    accessToken: text('access-token'),
    verifyToken: text('verify-token'),
  };
}

/** The messaging server inside the desktop (SRV-1), and in trial mode the simulator beside it. */
export class EmbeddedServer {
  readonly #options: EmbeddedServerOptions;
  #server: UtilityProgram | undefined;
  #simulator: UtilityProgram | undefined;

  constructor(options: EmbeddedServerOptions) {
    this.#options = options;
  }

  /** Resolves with the server's address, or with why there is none. */
  async start(): Promise<Result<string>> {
    const { trial, config, data, serverEntry, serverPort, entries } = this.#options;
    const channel = trial ? trialChannel(entries) : undefined;
    const simulatorUrl = channel ? await this.#startSimulator() : undefined;
    if (simulatorUrl && !simulatorUrl.ok) return simulatorUrl;
    const args = ['--config', config, '--data', join(data, 'server'), '--port', String(serverPort)];
    if (trial) args.push('--trial');
    if (channel && simulatorUrl) args.push('--set', `channel-${channel.name}.graph-url=${simulatorUrl.value}`);
    this.#server = this.#program('messaging server', serverEntry, args);
    const server = await this.#server.start();
    if (!server.ok || !channel || !simulatorUrl) return server;
    const connected = await connectTrial(simulatorUrl.value, server.value, channel, TRIAL_SCENARIO);
    return connected.ok ? ok(server.value) : connected;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#server?.stop(), this.#simulator?.stop()]);
  }

  #startSimulator(): Promise<Result<string>> {
    const { config, simulatorEntry, simulatorPort } = this.#options;
    this.#simulator = this.#program('simulator', simulatorEntry, ['--config', config, '--port', String(simulatorPort)]);
    return this.#simulator.start();
  }

  #program(name: string, entry: string, args: readonly string[]): UtilityProgram {
    const { log, onLost } = this.#options;
    return new UtilityProgram({
      name,
      entry,
      args,
      log,
      onLost: (code) => onLost(`The ${name} inside Replydesk ended with exit code ${code}. Start Replydesk again.`),
    });
  }
}
