import { parseArgs } from 'node:util';

/** What `npm start` itself is asked for, and what it passes on. */
export interface CommandLine {
  readonly tour: { readonly asked: boolean; readonly out: string | undefined; readonly scenario: string | undefined };
  /** Everything else, for the app to read. */
  readonly appArguments: readonly string[];
}

/** Takes our own options out of the command line; the app judges the rest. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens, values } = parseArgs({
    args: [...args],
    options: { tour: { type: 'boolean' }, out: { type: 'string' }, scenario: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const own = tokens.flatMap((token) => {
    if (token.kind !== 'option' || !['tour', 'out', 'scenario'].includes(token.name)) return [];
    return token.value === undefined || token.inlineValue ? [token.index] : [token.index, token.index + 1];
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    tour: { asked: values.tour === true, out: text(values.out), scenario: text(values.scenario) },
    appArguments: args.filter((_, index) => !own.includes(index)),
  };
}
