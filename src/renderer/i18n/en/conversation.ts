/** The interaction window: header, transcript, composer, side panel. Its keys begin with `conversation.`. */
export const conversation = {} as const;
