import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '#shared/clock.ts';
import { makeObjectId } from '../ids.ts';

/** A file WhatsApp holds. */
export interface StoredMedia {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
  readonly filename?: string;
  /** Milliseconds; afterwards the id is unknown. */
  readonly expiresAt: number;
}

const day = 24 * 3_600_000;
const urlLifeMs = 5 * 60_000;

/** Uploaded files (kept 30 days) and files customers sent (7 days), with their short-lived download addresses. */
export class MediaStore {
  readonly #clock: Clock;
  readonly #media = new Map<string, StoredMedia>();
  readonly #urlKey = randomBytes(16);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  addUpload(file: Pick<StoredMedia, 'phoneNumberId' | 'mimeType' | 'bytes' | 'filename'>): StoredMedia {
    return this.#add(file, 30 * day);
  }

  addInbound(file: Pick<StoredMedia, 'phoneNumberId' | 'mimeType' | 'bytes' | 'filename'>): StoredMedia {
    return this.#add(file, 7 * day);
  }

  find(id: string): StoredMedia | undefined {
    const media = this.#media.get(id);
    if (!media || media.expiresAt > this.#clock.now()) return media;
    this.#media.delete(id);
    return undefined;
  }

  delete(id: string): boolean {
    return this.#media.delete(id);
  }

  /** An address that works for five minutes, shaped like lookaside.fbsbx.com's. */
  downloadUrl(baseUrl: string, id: string): string {
    const ext = String(Math.floor((this.#clock.now() + urlLifeMs) / 1000));
    return `${baseUrl}/whatsapp_business/attachments/?mid=${id}&ext=${ext}&hash=${this.#hash(id, ext)}`;
  }

  /** The file behind a download address; undefined when the address is old or forged. */
  open(query: { readonly mid: string; readonly ext: string; readonly hash: string }): StoredMedia | undefined {
    if (query.hash !== this.#hash(query.mid, query.ext)) return undefined;
    if (Number(query.ext) * 1000 < this.#clock.now()) return undefined;
    return this.find(query.mid);
  }

  count(): number {
    return this.#media.size;
  }

  reset(): void {
    this.#media.clear();
  }

  #add(file: Pick<StoredMedia, 'phoneNumberId' | 'mimeType' | 'bytes' | 'filename'>, lifeMs: number): StoredMedia {
    const media = { ...file, id: makeObjectId(), expiresAt: this.#clock.now() + lifeMs };
    this.#media.set(media.id, media);
    return media;
  }

  #hash(id: string, ext: string): string {
    return createHmac('sha256', this.#urlKey).update(`${id}:${ext}`).digest('base64url');
  }
}

/** The file's SHA-256: hex in GET /{media}, base64 in webhooks (31-cloud-api section 8). */
export function sha256Of(bytes: Buffer, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(bytes).digest(encoding);
}
