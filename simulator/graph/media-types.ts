/** Media kinds with their types and largest sizes in bytes (31-cloud-api section 8). */
export interface MediaRule {
  readonly types: readonly string[];
  readonly maxBytes: number;
}

const megabyte = 1024 * 1024;
const office = 'application/vnd.openxmlformats-officedocument';

export const mediaRules: Readonly<Record<string, MediaRule>> = {
  audio: {
    types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/opus'],
    maxBytes: 16 * megabyte,
  },
  document: {
    types: [
      'text/plain',
      'application/pdf',
      'application/msword',
      `${office}.wordprocessingml.document`,
      'application/vnd.ms-excel',
      `${office}.spreadsheetml.sheet`,
      'application/vnd.ms-powerpoint',
      `${office}.presentationml.presentation`,
    ],
    maxBytes: 100 * megabyte,
  },
  image: { types: ['image/jpeg', 'image/png'], maxBytes: 5 * megabyte },
  // Static stickers may have 100 KB, animated ones 500 KB; which one it is shows only inside the file.
  sticker: { types: ['image/webp'], maxBytes: 500 * 1024 },
  video: { types: ['video/mp4', 'video/3gpp'], maxBytes: 16 * megabyte },
};

/** `audio/ogg; codecs=opus` → `audio/ogg`. */
export function bareType(mimeType: string): string {
  return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The kind of file a type belongs to when it is uploaded. */
export function kindOfType(mimeType: string): string | undefined {
  const bare = bareType(mimeType);
  return Object.entries(mediaRules).find(([, rule]) => rule.types.includes(bare))?.[0];
}

/** All types that can be uploaded, as Graph's refusal lists them. */
export const uploadTypes: readonly string[] = Object.values(mediaRules).flatMap((rule) => rule.types);

/** WhatsApp's sentence for a file of the wrong type in a message; undefined when it is right. */
export function wrongTypeDetails(kind: string, mimeType: string): string | undefined {
  const rule = mediaRules[kind];
  // Documents of any type arrive in practice; the list is what Meta promises to show.
  if (!rule || kind === 'document' || rule.types.includes(bareType(mimeType))) return undefined;
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return `Unsupported ${name} mime type ${bareType(mimeType)}. Please use one of ${rule.types.join(', ')}.`;
}
