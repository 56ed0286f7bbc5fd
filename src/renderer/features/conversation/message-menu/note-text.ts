/** The longest note that can be saved with an interaction. */
export const LONGEST_NOTE = 10_000;

/** A note with a line more; undefined when there is no room for it. */
export function withLine(note: string, line: string): string | undefined {
  const longer = note.trim() === '' ? line : `${note.trimEnd()}\n${line}`;
  return longer.length > LONGEST_NOTE ? undefined : longer;
}
