import { z } from 'zod';

/** A file to send: one of the standard response library's, or one the provider fetches from an address. */
export const fileSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('library'), responseId: z.string().min(1).max(200), name: z.string().min(1).max(255) }),
  /** https only. */
  z.object({ from: z.literal('link'), url: z.url({ protocol: /^https$/ }).max(2000), name: z.string().max(255) }),
]);
export type FileSource = z.infer<typeof fileSourceSchema>;
