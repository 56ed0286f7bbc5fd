import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, projectRoot, startProgram } from './program.ts';
import { SimulatorClient } from './simulator-client.ts';

/** What `config/application.ini` says of the sample channel. */
export const SAMPLE_CHANNEL = {
  name: 'jungle',
  phoneNumberId: '106540352242922',
  accessToken: 'sample-access-token-for-trial-only',
  verifyToken: 'sample-verify-token-for-trial-only',
} as const;

/** Simulator and server with the sample configuration, each a real process, joined by real HTTP. */
export interface Stack {
  readonly server: Program;
  readonly simulator: Program;
  readonly phones: SimulatorClient;
  readonly dataDir: string;
  /** Puts the sample options with these lines behind them in the place of the running server's. */
  pushServerOptions(more: string): Promise<void>;
  /** Puts a standard response, the lines of its file, beside those of the running server. */
  putResponse(name: string, lines: readonly string[]): Promise<void>;
  /** Kills the server and starts it again on the same port and data. */
  restartServer(): Promise<void>;
  stop(): Promise<void>;
}

const configDir = join(projectRoot, 'config');

function startServer(
  simulatorUrl: string,
  { dataDir, port, settings, options }: { dataDir: string; port: string; settings: readonly string[]; options: string },
): Promise<Program> {
  return startProgram('server/main.ts', [
    ...['--config', options, '--data', dataDir, '--port', port, '--trial'],
    ...['--set', `channel-${SAMPLE_CHANNEL.name}.graph-url=${simulatorUrl}`],
    ...settings.flatMap((setting) => ['--set', setting]),
  ]);
}

/** Starts both and points the simulator's webhooks at the server. `settings`: `section.key=value` for the server. */
export async function startStack(settings: readonly string[] = []): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'replydesk-stack-'));
  const options = await mkdtemp(join(tmpdir(), 'replydesk-stack-options-'));
  await cp(configDir, options, { recursive: true });
  const simulator = await startProgram('simulator/main.ts', ['--config', configDir, '--port', '0']);
  let server = await startServer(simulator.url, { dataDir, port: '0', settings, options });
  const phones = new SimulatorClient(simulator.url);
  const { name, phoneNumberId, accessToken, verifyToken } = SAMPLE_CHANNEL;
  await phones.subscribe(phoneNumberId, accessToken, `${server.url}/webhooks/whatsapp/${name}`, verifyToken);
  return {
    get server() {
      return server;
    },
    simulator,
    phones,
    dataDir,
    async restartServer() {
      await server.kill();
      server = await startServer(simulator.url, { dataDir, port: new URL(server.url).port, settings, options });
    },
    async pushServerOptions(more) {
      const file = join(options, 'application.ini');
      await writeFile(`${file}.new`, (await readFile(join(configDir, 'application.ini'), 'utf8')) + more);
      await rename(`${file}.new`, file);
    },
    putResponse: (name, lines) => writeFile(join(options, 'responses', `${name}.ini`), lines.join('\n')),
    async stop() {
      await Promise.all([server.stop(), simulator.stop()]);
      for (const folder of [dataDir, options]) await rm(folder, { recursive: true, force: true });
    },
  };
}
