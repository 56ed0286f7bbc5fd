import { useState } from 'react';
import type { InteractiveContent } from '#shared/domain/outbound.ts';
import type { Refusal } from '#shared/result.ts';
import { useServices } from '../../state/desk-context.tsx';
import { setQuote } from '../../state/ui-store.ts';

export interface SendInteractive {
  /** Does nothing while it is being sent already: the button stays on, or the focus would fall off it. */
  readonly send: (content: InteractiveContent) => Promise<void>;
  readonly refusal: Refusal | null;
}

/** Sends it as the answer to what the composer quotes, if anything; `onSent` when it is on the desk's disk. */
export function useSendInteractive(interactionId: string, onSent: () => void): SendInteractive {
  const { client, ui } = useServices();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (interactive: InteractiveContent) => {
    if (sending) return;
    setSending(true);
    const quote = ui.getState().quotes.get(interactionId);
    const result = await client.run('interaction.send', {
      interactionId,
      content: { kind: 'interactive', interactive, ...(quote && { quotedProviderId: quote.providerId }) },
      ...(quote && { quotedMessageId: quote.messageId }),
    });
    setSending(false);
    setRefusal(result.ok ? null : result.error);
    if (!result.ok) return client.warned();
    if (quote) setQuote(ui, interactionId, null);
    onSent();
  };
  return { send, refusal };
}
