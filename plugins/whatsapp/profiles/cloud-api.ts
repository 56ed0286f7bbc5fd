import profile from './cloud-api.json' with { type: 'json' };

/** A count with its bounds, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max: number;
}

/**
 * What the WhatsApp Cloud API takes (WA-1): the one place for its lengths, counts, types and sizes. Lengths are
 * characters, sizes bytes. Options of the administrator may be tighter, never looser.
 */
export type ChannelProfile = typeof profile;

export const cloudApi: ChannelProfile = profile;
