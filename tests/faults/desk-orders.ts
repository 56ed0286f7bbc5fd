import { z } from 'zod';

/** What the driver of a fault run asks of the desk process, one JSON line each (see `desk-process.ts`). */
export const orderSchema = z.discriminatedUnion('do', [
  /** `session`: what the driver, who plays the keyring, was given to keep. */
  z.object({ do: z.literal('start'), session: z.unknown() }),
  z.object({ do: z.literal('log-in'), agent: z.string(), password: z.string() }),
  z.object({ do: z.literal('ready') }),
  z.object({ do: z.literal('view') }),
  z.object({ do: z.literal('send'), interactionId: z.string(), text: z.string() }),
  z.object({ do: z.literal('transcript'), interactionId: z.string() }),
  z.object({ do: z.literal('stop') }),
]);
export type Order = z.infer<typeof orderSchema>;

export const numberedOrderSchema = z.object({ number: z.int(), order: orderSchema });

/** What the desk process writes, one JSON line each. */
export const reportSchema = z.union([
  z.object({ number: z.int(), result: z.unknown() }),
  /** To be kept in the keyring (null: forgotten). */
  z.object({ session: z.unknown() }),
  z.object({ log: z.string() }),
]);
