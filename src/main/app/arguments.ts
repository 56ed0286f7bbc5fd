import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '#shared/result.ts';

/** What the command line asks of the desktop; see `docs/desktop.md`. */
export interface Arguments {
  /** Embedded server, simulator and sample customers (00-product, "The two commands"). */
  readonly trial: boolean;
  /** Folder of the option files; undefined means the platform's own place (OPT-2). */
  readonly configDir: string | undefined;
  /** Folder for this user's data; undefined means the platform's own place. */
  readonly dataDir: string | undefined;
  /** Server to work with instead of the one in `connection.url`. */
  readonly serverUrl: string | undefined;
  /** Where bundled plug-ins lie, instead of the program's own folder. */
  readonly pluginsDir: string | undefined;
  /** Ports of the embedded server and simulator; 0 takes a free one. */
  readonly serverPort: number;
  readonly simulatorPort: number;
}

const OPTIONS = {
  trial: { type: 'boolean', default: false },
  config: { type: 'string' },
  data: { type: 'string' },
  server: { type: 'string' },
  plugins: { type: 'string' },
  'server-port': { type: 'string', default: '0' },
  'simulator-port': { type: 'string', default: '0' },
} as const;

function portOf(name: string, text: string): Result<number> {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return ok(port);
  return refuse('argument-wrong', `--${name} is "${text}", but a port is a whole number from 0 to 65535.`);
}

function serverOf(text: string | undefined): Result<string | undefined> {
  if (text === undefined) return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return ok(url.origin);
  return refuse(
    'argument-wrong',
    `--server is "${text}", but must be an address such as https://messages.example.com.`,
  );
}

/**
 * Reads the command line (without program and script). Chromium's own switches are not ours to judge, so names
 * not listed here are passed over.
 */
export function readArguments(argv: readonly string[]): Result<Arguments> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, allowPositionals: true });
  const text = (name: keyof typeof OPTIONS) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const serverPort = portOf('server-port', text('server-port') ?? '0');
  if (!serverPort.ok) return serverPort;
  const simulatorPort = portOf('simulator-port', text('simulator-port') ?? '0');
  if (!simulatorPort.ok) return simulatorPort;
  const serverUrl = serverOf(text('server'));
  if (!serverUrl.ok) return serverUrl;
  return ok({
    trial: values.trial === true,
    configDir: text('config'),
    dataDir: text('data'),
    serverUrl: serverUrl.value,
    pluginsDir: text('plugins'),
    serverPort: serverPort.value,
    simulatorPort: simulatorPort.value,
  });
}

/**
 * The same command line with each value bound to its name by `=`. When the program starts itself anew, Chromium puts
 * all switches before everything else, so that a value after a blank would come to belong to another name.
 */
export function bindValues(argv: readonly string[]): string[] {
  const bound: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const [argument = '', value] = [argv[at], argv[at + 1]];
    if (takesValue(argument) && value !== undefined) {
      bound.push(`${argument}=${value}`);
      at += 1;
    } else bound.push(argument);
  }
  return bound;
}

function takesValue(argument: string): boolean {
  const name = argument.replace(/^--/, '');
  const known: Readonly<Record<string, { readonly type: string }>> = OPTIONS;
  return argument.startsWith('--') && Object.hasOwn(known, name) && known[name]?.type === 'string';
}
