import { useMemo } from 'react';
import type { PendingThresholds } from '#shared/rules/pending-response.ts';
import { useDesk } from '../state/hooks.ts';
import { useMediaType } from './hooks.ts';

/** From when an answer on this medium is late and overdue, by its options. */
export function usePendingThresholds(mediaType: string): PendingThresholds {
  const { views } = useMediaType(mediaType);
  const options = useDesk((model) => model.options);
  return useMemo(() => views.pendingThresholds(options), [views, options]);
}
