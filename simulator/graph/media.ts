import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { asObject, asText } from '../json.ts';
import { checkToken } from './auth.ts';
import { type StoredMedia, sha256Of } from './media-store.ts';
import { bareType, kindOfType, mediaRules, uploadTypes } from './media-types.ts';
import { errorBody, type GraphOutcome, graphOk, graphRefuse, refuseObject, refuseParameter } from './outcome.ts';
import type { GraphCall, GraphHandler } from './route.ts';

/** POST /{phone}/media: a multipart form with the file. */
export const uploadMedia: GraphHandler = async ({ context, id, request }) => {
  const number = context.numbers.find(id);
  if (!number) return refuseObject(id, 'post');
  const form = await readMultipart(request.body, asText(request.headers['content-type']));
  if (!form) return refuseParameter('The parameter file is required.');
  if (form.get('messaging_product') !== 'whatsapp')
    return refuseParameter('The parameter messaging_product is required.');
  const file = form.get('file');
  if (file === null || typeof file === 'string') return refuseParameter('The parameter file is required.');
  const mimeType = typeOfUpload(file.type, asText(form.get('type')));
  const bytes = Buffer.from(await file.arrayBuffer());
  const checked = checkUpload(mimeType, bytes.length);
  if (!checked.ok) return checked;
  const media = context.media.addUpload({ phoneNumberId: number.id, mimeType, bytes, filename: file.name });
  return graphOk({ id: media.id });
};

/**
 * The type of the form's part counts. Client libraries hand over bare bytes, which travel as octet-stream, and say the
 * type in the `type` field; so that field counts where the part says nothing.
 */
function typeOfUpload(ofPart: string, ofField: string): string {
  return ofPart === '' || bareType(ofPart) === 'application/octet-stream' ? ofField || ofPart : ofPart;
}

function checkUpload(mimeType: string, size: number): GraphOutcome<undefined> {
  const kind = kindOfType(mimeType);
  const rule = kind ? mediaRules[kind] : undefined;
  if (!rule) {
    return refuseParameter(
      `Param file must be a file with one of the following types: ${uploadTypes.join(', ')}. ` +
        `Received file of type '${bareType(mimeType) || 'application/octet-stream'}'.`,
    );
  }
  if (size === 0) return refuseParameter('Param file must not be empty.');
  if (size <= rule.maxBytes) return graphOk(undefined);
  const limit = rule.maxBytes >= 1024 * 1024 ? `${rule.maxBytes / 1024 / 1024}MB` : `${rule.maxBytes / 1024}KB`;
  return refuseParameter(`Media file size too big. Max file size we currently support: ${limit}.`);
}

/** Node's own form reader; it wants a Response around the bytes. Undefined for anything that is not a form. */
async function readMultipart(body: unknown, contentType: string): Promise<FormData | undefined> {
  if (!Buffer.isBuffer(body) || !contentType.startsWith('multipart/form-data')) return undefined;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
}

/** GET /{media}: where to fetch it, for five minutes. */
export function describeMedia({ context, query }: GraphCall, media: StoredMedia): GraphOutcome {
  if (!isOwnedBy(media, query.phone_number_id)) return refuseObject(media.id, 'get');
  return graphOk({
    messaging_product: 'whatsapp',
    url: context.media.downloadUrl(context.baseUrl(), media.id),
    mime_type: media.mimeType,
    sha256: sha256Of(media.bytes, 'hex'),
    file_size: media.bytes.length,
    id: media.id,
  });
}

/** DELETE /{media}. */
export function deleteMedia({ context, query }: GraphCall, media: StoredMedia): GraphOutcome {
  if (!isOwnedBy(media, query.phone_number_id)) return refuseObject(media.id, 'delete');
  context.media.delete(media.id);
  return graphOk({ success: true });
}

function isOwnedBy(media: StoredMedia, phoneNumberId: unknown): boolean {
  return phoneNumberId === undefined || asText(phoneNumberId) === media.phoneNumberId;
}

/** The download addresses: the token again, 404 when the address is old. */
export function registerDownloads(app: FastifyInstance, context: Context): void {
  app.get('/whatsapp_business/attachments', async (request, reply) => {
    const query = asObject(request.query);
    const denied = checkToken(context.settings, request.headers.authorization, '');
    if (denied) return reply.code(denied.status).send(errorBody(denied));
    const { mid, ext, hash } = query;
    const media = context.media.open({ mid: asText(mid), ext: asText(ext), hash: asText(hash) });
    if (!media) {
      const { refusal } = graphRefuse({ status: 404, code: 100, message: 'The requested media is not available.' });
      return reply.code(404).send(errorBody(refusal));
    }
    const name = encodeURIComponent(media.filename ?? media.id);
    return reply
      .header('content-type', media.mimeType)
      .header('content-disposition', `inline; filename*=UTF-8''${name}`)
      .send(media.bytes);
  });
}
