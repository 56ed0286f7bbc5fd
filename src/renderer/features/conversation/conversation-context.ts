import { createContext, type RefObject, useContext } from 'react';
import type { Contact } from '#shared/domain/contact.ts';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';

/** What other parts of the conversation can do with its composer. */
export interface ComposerHandle {
  /** Puts a standard response to use (UI-6). */
  readonly apply: (response: StandardResponse) => void;
}

/** What every part of one conversation needs to know; changes rarely, so that thousands of messages may read it. */
export interface ConversationFacts {
  readonly interactionId: string;
  readonly views: MediaTypeViews;
  readonly contact: Contact;
  /** The contact's name as the organisation wants it shown. */
  readonly name: string;
  /** The signed-in agent; tells own messages from those of others. */
  readonly agent: string | undefined;
  /** False once the interaction is done or in other hands: nothing can be sent. */
  readonly open: boolean;
  /** Shows a message of the transcript and marks it for a moment; does nothing when it is not loaded. */
  readonly jumpTo: (messageId: string) => void;
  /** Failed messages that were sent again from here: a second press must not send them twice. */
  readonly retried: ReadonlySet<string>;
  readonly noteRetry: (messageId: string) => void;
  /** Null while there is none, as for who may only read along. */
  readonly composer: RefObject<ComposerHandle | null>;
}

export const ConversationContext = createContext<ConversationFacts | null>(null);

export function useConversation(): ConversationFacts {
  const facts = useContext(ConversationContext);
  if (!facts) throw new Error('useConversation is used outside a Conversation.');
  return facts;
}
