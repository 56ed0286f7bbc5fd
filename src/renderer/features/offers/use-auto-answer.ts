import { useEffect, useRef } from 'react';
import type { Offer } from '#shared/domain/interaction.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { autoAnswerIn } from '#shared/rules/auto-answer.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { useInteractionOptions, useServerTime } from '../../state/hooks.ts';

export interface AutoAnswerOptions {
  readonly view: InteractionView;
  readonly offer: Offer;
  /** This place accepts it; an offer shown in two windows must be accepted by one. */
  readonly acts: boolean;
  readonly accept: () => void;
}

/** Accepts an offer by itself where the medium's options say so; seconds until then, undefined where they do not. */
export function useAutoAnswer({ view, offer, acts, accept }: AutoAnswerOptions): number | undefined {
  const { id, mediaType } = view.interaction;
  const { views } = useMediaType(mediaType);
  const options = useInteractionOptions(id);
  const after = views.autoAnswer?.(options);
  const left = useServerTime((now) => autoAnswerIn(offer, after, now));
  // Once: when the server refuses, the agent is told and decides.
  const tried = useRef(false);
  const due = acts && left === 0;
  useEffect(() => {
    if (!due || tried.current) return;
    tried.current = true;
    accept();
  }, [due, accept]);
  return left;
}
