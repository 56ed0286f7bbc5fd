import { z } from 'zod';
import { type ClientFrame, clientFrameSchema, PROTOCOL_VERSION } from '#shared/protocol/frames.ts';

/** What of a hello every version of the protocol has. */
const anyHelloSchema = z.looseObject({ type: z.literal('hello'), protocol: z.int() });

/**
 * Reads what a desk sent; undefined when it is no frame. The version is looked at before the rest: a hello of another
 * version may look different otherwise, and its desk deserves to be told why it is refused.
 */
export function readClientFrame(text: string): ClientFrame | 'unsupported-protocol' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const hello = anyHelloSchema.safeParse(value);
  if (hello.success && hello.data.protocol !== PROTOCOL_VERSION) return 'unsupported-protocol';
  const frame = clientFrameSchema.safeParse(value);
  return frame.success ? frame.data : undefined;
}
