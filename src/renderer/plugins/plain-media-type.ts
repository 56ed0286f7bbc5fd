import { CircleHelp } from 'lucide-react';
import type { MediaTypeViews } from '#shared/plugin-api/views.ts';

const encoder = new TextEncoder();
/** Seconds; those the desk has without options of a medium. */
const THRESHOLDS = { warning: 30, maximum: 50 } as const;
const DELAY_SPAN = 60_000;
const TEXT_LIMIT = 4096;

/**
 * How an interaction looks whose medium no running plug-in knows: plainly, with its text as it came, so that nothing
 * is hidden from the agent.
 */
export function plainMediaType(mediaType: string): MediaTypeViews {
  return {
    mediaType,
    displayName: mediaType,
    icon: CircleHelp,
    renderText: (text, renderPlain) => renderPlain?.(text) ?? text,
    plainText: (text) => text,
    measureText: (text) => ({ used: encoder.encode(text).length, limit: TEXT_LIMIT }),
    pendingThresholds: () => THRESHOLDS,
    delaySpan: () => DELAY_SPAN,
    describeError: () => undefined,
    hasServiceWindow: false,
  };
}
