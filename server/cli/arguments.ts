import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '#shared/result.ts';
import { type Override, parseOverride } from '../config/overrides.ts';

interface Folders {
  readonly config: string | undefined;
  readonly data: string | undefined;
}

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'hash-password' }
  | ({ readonly name: 'token'; readonly days: number } & Folders)
  | ({ readonly name: 'run'; readonly trial: boolean; readonly overrides: readonly Override[] } & Folders);

export const USAGE = `Replydesk messaging server

  node server/main.ts [--config DIR] [--data DIR] [--port N] [--trial] [--set SECTION.KEY=VALUE …]
      Runs the server. --set stands in for a value of the option files.
  node server/main.ts token --role admin [--config DIR] [--data DIR] [--days N]
      Prints a token for scripts that may read everything, alone on the last line. It is good for N days (30).
  node server/main.ts hash-password
      Reads a password from standard input and prints what to write after password-hash = in [agent-<name>].
`;

const options = {
  config: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  trial: { type: 'boolean', default: false },
  set: { type: 'string', multiple: true },
  role: { type: 'string' },
  days: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

/** Reads the arguments behind the program's name. Refused with `bad-arguments`, in a sentence. */
export function readArguments(args: readonly string[]): Result<Command> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return readCommand(values, positionals);
  } catch (error) {
    return badArguments(error instanceof Error ? error.message : String(error));
  }
}

function readCommand(values: Values, [name = 'run', ...rest]: readonly string[]): Result<Command> {
  if (values.help || name === 'help') return ok({ name: 'help' });
  if (rest.length > 0) return badArguments(`"${rest[0]}" is one word too many.`);
  if (name === 'run') return readRun(values);
  if (name === 'token') return readToken(values);
  if (name === 'hash-password') return ok({ name });
  return badArguments(`There is no command "${name}".`);
}

function readRun({ config, data, port, trial = false, set = [] }: Values): Result<Command> {
  const overrides: Override[] = [];
  for (const text of set) {
    const override = parseOverride(text);
    if (!override.ok) return badArguments(override.error.message);
    overrides.push(override.value);
  }
  if (port !== undefined) overrides.push({ section: 'server', key: 'port', value: port });
  return ok({ name: 'run', config, data, trial, overrides });
}

function readToken({ config, data, role, days = String(DEFAULT_DAYS) }: Values): Result<Command> {
  if (role !== 'admin') return badArguments('A token is made for --role admin; agents get theirs by logging in.');
  const count = Number(days);
  if (!Number.isInteger(count) || count < 1 || count > MOST_DAYS) {
    return badArguments(`--days cannot be "${days}". Write a whole number from 1 to ${MOST_DAYS}.`);
  }
  return ok({ name: 'token', config, data, days: count });
}

function badArguments(reason: string) {
  return refuse('bad-arguments', `${reason} --help shows what can be said.`);
}
