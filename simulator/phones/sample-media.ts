import type { Context } from '../context.ts';
import { sha256Of } from '../graph/media-store.ts';
import { asObject, asText, defined, type JsonObject } from '../json.ts';
import type { BusinessNumber } from '../numbers.ts';
import sampleFiles from './sample-files.json' with { type: 'json' };

interface Sample {
  readonly mimeType: string;
  readonly base64: string;
  readonly filename?: string;
}

/** Small files drawn for the simulator, sent when a customer's media message names none. */
const samples: Readonly<Record<string, Sample>> = sampleFiles;

/**
 * Completes an inbound media message: `base64` (with `mime_type`) becomes a stored file, a message without `id` gets
 * a small sample, and in both cases id, hash and, when switched on, the direct `url` are put in as WhatsApp does.
 */
export function fillSampleMedia(context: Context, number: BusinessNumber, message: JsonObject): JsonObject {
  const kind = Object.keys(samples).find((name) => name === message.type || message[name] !== undefined);
  const sample = kind ? samples[kind] : undefined;
  if (!kind || !sample) return message;
  const { base64, ...part } = asObject(message[kind]);
  if (asText(part.id) !== '') return message;
  const mimeType = asText(part.mime_type) || sample.mimeType;
  const bytes = Buffer.from(asText(base64) || sample.base64, 'base64');
  const filename = asText(part.filename) || (base64 ? undefined : sample.filename);
  const media = context.media.addInbound({ phoneNumberId: number.id, mimeType, bytes, ...defined({ filename }) });
  const url = context.settings.behaviour.mediaUrls ? context.media.downloadUrl(context.baseUrl(), media.id) : undefined;
  const object = defined({
    ...part,
    filename,
    mime_type: mimeType,
    sha256: sha256Of(bytes, 'base64'),
    id: media.id,
    url,
  });
  return { ...message, type: kind, [kind]: object };
}
