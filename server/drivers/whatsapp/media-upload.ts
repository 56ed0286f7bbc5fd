import { openAsBlob } from 'node:fs';
import { isAxiosError } from 'axios';
import { z } from 'zod';
import type { UploadFile, UploadOutcome } from '../driver.ts';
import { outcomeOfError, readGraphError, unreachable } from './graph-errors.ts';
import type { GraphHttp } from './graph-http.ts';

/** A hundred megabytes over a slow line. */
const TIMEOUT = 10 * 60_000;

const uploadedSchema = z.object({ id: z.union([z.string().min(1), z.number().transform(String)]) });

/** POST /{phone}/media (section 8): the file's bytes are read from the disk as they leave. */
export async function uploadMedia(
  http: GraphHttp,
  phoneNumberId: string,
  file: UploadFile,
  attempts: number,
): Promise<UploadOutcome> {
  const form = await formOf(file);
  if (!form) return refused('file-missing', `The file ${file.name} cannot be read any more`);
  try {
    const { status, data } = await http.call([phoneNumberId, 'media'], {
      method: 'POST',
      data: form,
      timeout: TIMEOUT,
    });
    return judge(status, data, attempts);
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    // Unlike a message, a file that arrived twice harms nobody.
    return unreachable(error.code ?? 'no answer', attempts);
  }
}

async function formOf({ path, name, mimeType }: UploadFile): Promise<FormData | undefined> {
  const bytes = await openAsBlob(path, { type: mimeType }).catch(() => undefined);
  if (!bytes) return undefined;
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', mimeType);
  form.set('file', bytes, name);
  return form;
}

function judge(status: number, body: unknown, attempts: number): UploadOutcome {
  const error = readGraphError(body);
  if (error) return outcomeOfError(error, attempts);
  const uploaded = status >= 200 && status < 300 ? uploadedSchema.safeParse(body) : undefined;
  if (uploaded?.success) return { outcome: 'uploaded', mediaId: uploaded.data.id };
  if (status >= 400 && status < 500 && status !== 429 && status !== 408) {
    return refused(`http-${status}`, `The provider answered with HTTP ${status}`);
  }
  return unreachable(`HTTP ${status}`, attempts);
}

function refused(code: string, title: string): UploadOutcome {
  return { outcome: 'refused', error: { code, title } };
}
