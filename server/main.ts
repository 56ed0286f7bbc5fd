import { redactText } from '#shared/redaction.ts';
import { type Command, readArguments, USAGE } from './cli/arguments.ts';
import { dataFolderOf, optionFolderOf, rememberDataFolder } from './cli/folders.ts';
import { hashOfInput } from './cli/hash-password.ts';
import { watchNpmShell } from './cli/npm-shell.ts';
import { parentPort } from './cli/parent-port.ts';
import { startServer } from './cli/run.ts';
import { administratorToken } from './cli/token.ts';
import { StartFailure } from './failure.ts';
import type { Server } from './server.ts';

const surroundings = { platform: process.platform, environment: process.env };
const parent = parentPort();

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(): Promise<void> {
  // Records, key and notes are for the server's own user only.
  process.umask(0o077);
  process.on('uncaughtException', fail);
  const command = readArguments(process.argv.slice(2));
  if (!command.ok) throw new StartFailure(command.error.code, command.error.message);
  await execute(command.value);
}

async function execute(command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      return print(USAGE);
    case 'hash-password':
      return printPasswordHash();
    case 'token': {
      const options = optionFolderOf(command.config, surroundings, false);
      return print(await administratorToken(dataFolderOf(command.data, options, surroundings), command.days));
    }
    case 'run':
      return run(command);
  }
}

async function printPasswordHash(): Promise<void> {
  const hash = await hashOfInput(process.stdin);
  if (!hash.ok) throw new StartFailure(hash.error.code, hash.error.message);
  print(hash.value);
}

async function run(command: Extract<Command, { name: 'run' }>): Promise<void> {
  const { trial, overrides } = command;
  const optionFolder = optionFolderOf(command.config, surroundings, trial);
  const dataFolder = dataFolderOf(command.data, optionFolder, surroundings);
  const { environment } = surroundings;
  const { server, url } = await startServer({ optionFolder, dataFolder, trial, overrides, environment, complain });
  stopWhenTold(server);
  rememberDataFolder(dataFolder, optionFolder, surroundings);
  print(`replydesk server listening on ${url}`);
  parent?.report({ type: 'listening', url });
}

/** No new work, finish, close (SRV-1); asked a second time, at once. */
function stopWhenTold(server: Server): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  parent?.onStop(stop);
  watchNpmShell(surroundings.environment, stop);
}

function fail(error: unknown): void {
  const expected = error instanceof StartFailure;
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  complain(expected ? message : `The server failed: ${redactText(stack)}`);
  parent?.report({ type: 'failed', error: { code: expected ? error.code : 'internal', message } });
  // The desktop must get the report before the process is gone; without one there is nothing to wait for.
  process.exitCode = 1;
  setTimeout(() => process.exit(1), parent ? 200 : 0);
}

main().catch(fail);
