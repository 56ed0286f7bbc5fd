import type { conversation as english } from '../en/conversation.ts';

/** The interaction window, in German. */
export const conversation: Readonly<Record<keyof typeof english, string>> = {};
