import type { ReadMarkPolicy } from '#shared/plugin-api/background.ts';

/** What the plug-in of an interaction's medium says of it. */
export interface InteractionMedia {
  readonly readMarks: ReadMarkPolicy;
  /** Seconds between two words to the provider that the agent is typing; undefined: the medium has no such word. */
  readonly typingSeconds: number | undefined;
}

/** Of a medium that no plug-in works on. */
export const plainMedia: InteractionMedia = { readMarks: 'never', typingSeconds: undefined };
