import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '#shared/result.ts';

/** For whom options are looked at. */
export interface Whom {
  readonly agent: string;
  /** Besides those that `[agent-<name>]` of the folder names. */
  readonly groups: readonly string[];
}

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'reference' }
  | { readonly name: 'check'; readonly folder: string }
  | ({ readonly name: 'explain'; readonly folder: string; readonly option: string | undefined } & Whom)
  | ({ readonly name: 'diff'; readonly before: string; readonly after: string } & Whom);

export const USAGE = `Replydesk option files

  replydesk-options check DIR
      Reads all option files of a folder and says what is wrong with them. Ends with 1 when a desk or a server would
      not take them.
  replydesk-options explain DIR --agent NAME [--option NAME] [--group NAME …]
      The options in force for an agent, each with the file and line it comes from and what it overrode.
  replydesk-options diff DIR1 DIR2 --agent NAME [--group NAME …]
      What would change for an agent when the second folder takes the place of the first, and when.
  replydesk-options reference
      All options as Markdown.
`;

const options = {
  agent: { type: 'string' },
  option: { type: 'string' },
  group: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Reads the arguments behind the program's name. Refused with `bad-arguments`, in a sentence. */
export function readArguments(args: readonly string[]): Result<Command> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return readCommand(values, positionals);
  } catch (error) {
    return badArguments(error instanceof Error ? error.message : String(error));
  }
}

function readCommand(values: Values, [name, ...folders]: readonly string[]): Result<Command> {
  if (values.help || name === 'help') return ok({ name: 'help' });
  switch (name) {
    case 'check':
      return (
        without(values, ['agent', 'option', 'group']) ?? withFolders(folders, 1, ([folder]) => ok({ name, folder }))
      );
    case 'explain':
      return withFolders(folders, 1, ([folder]) =>
        withAgent(values, (whom) => ok({ name, folder, option: values.option, ...whom })),
      );
    case 'diff':
      return (
        without(values, ['option']) ??
        withFolders(folders, 2, ([before, after]) => withAgent(values, (whom) => ok({ name, before, after, ...whom })))
      );
    case 'reference':
      return without(values, ['agent', 'option', 'group']) ?? withFolders(folders, 0, () => ok({ name }));
    case undefined:
      return badArguments('Say what to do: check, explain, diff or reference.');
    default:
      return badArguments(`There is no command "${name}".`);
  }
}

/** Refused when one is given that this command would ignore. */
function without(values: Values, names: readonly (keyof Values)[]): Result<Command> | undefined {
  const given = names.find((name) => values[name] !== undefined);
  return given && badArguments(`--${given} means nothing here.`);
}

type Folders = readonly [string, string];

function withFolders(
  folders: readonly string[],
  count: number,
  then: (folders: Folders) => Result<Command>,
): Result<Command> {
  if (folders.length > count) return badArguments(`"${folders[count]}" is one word too many.`);
  if (folders.length < count) return badArguments(count === 1 ? 'Name the folder.' : `Name ${count} folders.`);
  return then([folders[0] ?? '', folders[1] ?? '']);
}

function withAgent({ agent, group = [] }: Values, then: (whom: Whom) => Result<Command>): Result<Command> {
  if (agent === undefined || agent === '') return badArguments('Say for whom: --agent NAME.');
  return then({ agent, groups: group });
}

function badArguments(reason: string): Result<Command> {
  return refuse('bad-arguments', reason);
}
