import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { AttachedFile } from '#shared/ipc/unfinished.ts';
import type { Quote } from '../../../state/ui-store.ts';
import { fileContent } from './attached.ts';
import type { Sending } from './use-send.ts';

/** What leaves with one press, the text first (UI-6). */
export interface Outgoing {
  /** The words in the box it was made of; null: none. */
  readonly words: {
    readonly text: string;
    readonly content: OutboundContent;
    readonly quote: Quote | undefined;
  } | null;
  readonly files: readonly AttachedFile[];
}

export interface SubmitOptions {
  readonly send: Sending['send'];
  /** What leaves now; undefined: nothing may. */
  readonly take: () => Outgoing | undefined;
  readonly onTextSent: (text: string, quote: Quote | undefined) => void;
  readonly onFileSent: (file: AttachedFile) => void;
}

/** Sends what is written and its files, one after the other; stops at the first that is refused. */
export function useSubmit({ send, take, onTextSent, onFileSent }: SubmitOptions): () => void {
  const underWay = useRef(false);
  const again = useRef(false);
  const [next, setNext] = useState(0);

  const sendAll = async ({ words, files }: Outgoing): Promise<boolean> => {
    if (words) {
      if (!(await send(words.content, words.quote))) return false;
      // Only what is on this computer's disk leaves the box: a crash before that must not take the words along.
      onTextSent(words.text, words.quote);
    }
    for (const attached of files) {
      if (!attached.file || !(await send(fileContent(attached, attached.file)))) return false;
      onFileSent(attached);
    }
    return true;
  };

  const submit = async () => {
    const outgoing = take();
    if (!outgoing) return;
    if (underWay.current) {
      again.current = true;
      return;
    }
    underWay.current = true;
    const accepted = await sendAll(outgoing);
    underWay.current = false;
    if (accepted && again.current) setNext((turn) => turn + 1);
    again.current = false;
  };

  // Enter pressed while the message before was on its way to the disk counts for what was written behind it.
  const sendNext = useEffectEvent(() => void submit());
  useEffect(() => {
    if (next > 0) sendNext();
  }, [next]);

  return () => void submit();
}
