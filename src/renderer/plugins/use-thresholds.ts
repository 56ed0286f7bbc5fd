import { useMemo } from 'react';
import type { PendingThresholds } from '#shared/rules/pending-response.ts';
import { useInteractionOptions } from '../state/hooks.ts';
import { useMediaType } from './hooks.ts';

/** From when an answer in this interaction is late and overdue, by its medium and its options. */
export function usePendingThresholds(interactionId: string, mediaType: string): PendingThresholds {
  const { views } = useMediaType(mediaType);
  const options = useInteractionOptions(interactionId);
  return useMemo(() => views.pendingThresholds(options), [views, options]);
}
