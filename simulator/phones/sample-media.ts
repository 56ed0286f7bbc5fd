import type { Context } from '../context.ts';
import { sha256Of } from '../graph/media-store.ts';
import { asObject, asText, defined, type JsonObject } from '../json.ts';
import type { BusinessNumber } from '../numbers.ts';

interface Sample {
  readonly mimeType: string;
  readonly base64: string;
  readonly filename?: string;
}

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Small files sent when a customer's media message names none. */
const samples: Readonly<Record<string, Sample>> = {
  image: { mimeType: 'image/png', base64: pixel },
  sticker: {
    mimeType: 'image/webp',
    base64: 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
  },
  video: { mimeType: 'video/mp4', base64: 'AAAAGGZ0eXBpc29tAAAAAGlzb21tcDQyAAAACGZyZWUAAAAIbWRhdA==' },
  audio: {
    mimeType: 'audio/ogg; codecs=opus',
    base64: 'T2dnUwACAAAAAAAAAAAAAAAAAAAAAAAAAAABE09wdXNIZWFkAQE4AYC7AAAAAAA=',
  },
  document: {
    mimeType: 'application/pdf',
    filename: 'document.pdf',
    base64: Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    ).toString('base64'),
  },
};

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
