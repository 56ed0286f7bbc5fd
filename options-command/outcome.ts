/** What a subcommand says, and the exit code it ends with. */
export interface Outcome {
  /** For standard output, line by line. */
  readonly lines: readonly string[];
  /** For standard error. */
  readonly complaints: readonly string[];
  readonly code: 0 | 1 | 2;
}

/** The command could not be carried out as it was asked for. */
export function cannot(sentence: string, code: 1 | 2 = 2): Outcome {
  return { lines: [], complaints: [sentence], code };
}
