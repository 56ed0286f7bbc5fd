import type { Context } from '../context.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import type { Failure } from '../phones/message-flow.ts';
import { isLoopbackUrl } from '../settings.ts';
import { wrongTypeDetails } from './media-types.ts';
import { mediaKinds } from './message-schema.ts';
import { type GraphOutcome, graphOk, refuseParameter } from './outcome.ts';

const fetchTimeoutMs = 5000;

/** A media message names an uploaded file or a link; an id must be known. */
export function checkMediaParameter(context: Context, kind: string, part: JsonObject): GraphOutcome<undefined> {
  if (!mediaKinds.includes(kind)) return graphOk(undefined);
  const id = asText(part.id);
  if (id === '' && asText(part.link) === '') return refuseParameter(`The parameter ${kind}['id'] is required.`);
  if (id === '' || context.media.find(id)) return graphOk(undefined);
  return refuseParameter(`Param ${kind}['id'] is not a valid whatsapp business account media attachment ID`);
}

/**
 * What is wrong with the file itself is told by a failed status, 131053. Links are fetched on this computer only;
 * others count as good, because the simulator talks to nobody else.
 */
export async function fetchLinkedMedia(context: Context, kind: string, body: JsonObject): Promise<Failure | undefined> {
  if (!mediaKinds.includes(kind)) return undefined;
  const part = asObject(body[kind]);
  const stored = context.media.find(asText(part.id));
  if (stored) return wrongType(kind, stored.mimeType);
  const link = asText(part.link);
  if (!isLoopbackUrl(link)) return undefined;
  try {
    const response = await fetch(link, { signal: AbortSignal.timeout(fetchTimeoutMs) });
    await response.arrayBuffer();
    if (!response.ok)
      return { code: 131053, details: `Downloading media from weblink failed with http code ${response.status}` };
    return wrongType(kind, response.headers.get('content-type') ?? 'application/octet-stream');
  } catch (cause) {
    context.log.warn({ link, cause: String(cause) }, 'linked media could not be fetched');
    return { code: 131053, details: 'Downloading media from weblink failed.' };
  }
}

function wrongType(kind: string, mimeType: string): Failure | undefined {
  const details = wrongTypeDetails(kind, mimeType);
  return details ? { code: 131053, details } : undefined;
}
