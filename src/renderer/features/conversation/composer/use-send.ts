import { useCallback, useState } from 'react';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Refusal } from '#shared/result.ts';
import { useClient } from '../../../state/hooks.ts';
import type { Quote } from '../../../state/ui-store.ts';

export interface Sending {
  /** Why the last message was refused; null while all is well. */
  readonly refusal: Refusal | null;
  readonly dismiss: () => void;
  /** Sends a message, as an answer to `quote`; resolves to false when it was refused. */
  readonly send: (content: OutboundContent, quote?: Quote) => Promise<boolean>;
}

/** Sends messages; whoever calls waits for one before the next, so that they leave in the order pressed (SRV-2). */
export function useSend(interactionId: string): Sending {
  const client = useClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const send = useCallback(
    async (content: OutboundContent, quote?: Quote) => {
      const result = await client.run('interaction.send', {
        interactionId,
        content,
        ...(quote ? { quotedMessageId: quote.messageId } : {}),
      });
      setRefusal(result.ok ? null : result.error);
      if (!result.ok) client.warned();
      return result.ok;
    },
    [client, interactionId],
  );

  return { refusal, dismiss: useCallback(() => setRefusal(null), []), send };
}
