import { assertNever } from '#shared/assert.ts';
import { type Command, readArguments, USAGE } from './arguments.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { cannot, type Outcome } from './outcome.ts';
import { reference } from './reference.ts';

/** `replydesk-options` (OPT-3): 0 when all went well, 1 when the files are wrong, 2 when the arguments are. */
function run(args: readonly string[]): Outcome {
  const command = readArguments(args);
  if (!command.ok) return cannot(`${command.error.message}\n\n${USAGE}`);
  return execute(command.value);
}

function execute(command: Command): Outcome {
  switch (command.name) {
    case 'help':
      return { lines: [USAGE], complaints: [], code: 0 };
    case 'check':
      return check(command.folder);
    case 'explain':
      return explain(command);
    case 'diff':
      return diff(command);
    case 'reference':
      return reference();
    default:
      return assertNever(command);
  }
}

const { lines, complaints, code } = run(process.argv.slice(2));
if (complaints.length > 0) process.stderr.write(`${complaints.join('\n')}\n`);
if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = code;
