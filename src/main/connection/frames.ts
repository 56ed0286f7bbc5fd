import { z } from 'zod';
import { type ServerFrame, serverFrameSchema } from '#shared/protocol/frames.ts';

/** What the bytes of one frame turned out to be. */
export type ParsedFrame =
  | { readonly kind: 'frame'; readonly frame: ServerFrame }
  /** A type of a newer server: skipped (API-1, forward compatibility). */
  | { readonly kind: 'unknown'; readonly type: string }
  | { readonly kind: 'invalid'; readonly reason: string };

const typedSchema = z.looseObject({ type: z.string().max(100) });

const KNOWN = new Set(serverFrameSchema.options.map((option) => option.shape.type.value as string));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a frame breaks its schema, without its content: that may be what a customer wrote (SEC-1). */
function describe(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.code}`)
    .join('; ');
}

export function parseFrame(text: string): ParsedFrame {
  const json = jsonOf(text);
  const parsed = serverFrameSchema.safeParse(json);
  if (parsed.success) return { kind: 'frame', frame: parsed.data };
  const typed = typedSchema.safeParse(json);
  if (typed.success && !KNOWN.has(typed.data.type)) return { kind: 'unknown', type: typed.data.type };
  return { kind: 'invalid', reason: describe(parsed.error) };
}
