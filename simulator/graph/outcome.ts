import { makeTraceId } from '../ids.ts';
import { defined, type JsonObject } from '../json.ts';
import { errorCodes } from './error-codes.ts';

/** A Graph API refusal, before it is written in Graph's shape. */
export interface GraphRefusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly type?: string;
  readonly subcode?: number;
  /** `error_data.details` of messaging errors. */
  readonly details?: string;
  readonly userTitle?: string;
  readonly userMessage?: string;
}

/** What a Graph call comes to. */
export type GraphOutcome<T = JsonObject> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: GraphRefusal };

export function graphOk<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function graphRefuse(refusal: GraphRefusal): { readonly ok: false; readonly refusal: GraphRefusal } {
  return { ok: false, refusal };
}

/** A messaging refusal by code: title and HTTP status come from the table. */
export function refuseCode(code: number, details?: string): { readonly ok: false; readonly refusal: GraphRefusal } {
  const known = errorCodes[code] ?? { title: 'Unknown error', http: 400 };
  const said = details ?? known.details;
  return graphRefuse({
    status: known.http,
    code,
    message: `(#${code}) ${known.title}`,
    ...(said ? { details: said } : {}),
  });
}

/** Code 100 with Graph's own sentence about a parameter. */
export function refuseParameter(sentence: string): { readonly ok: false; readonly refusal: GraphRefusal } {
  return graphRefuse({ status: 400, code: 100, message: `(#100) ${sentence}` });
}

/** Code 100, subcode 33: no such object, or not for this token. */
export function refuseObject(id: string, method: string): { readonly ok: false; readonly refusal: GraphRefusal } {
  return graphRefuse({
    status: 400,
    code: 100,
    subcode: 33,
    type: 'GraphMethodException',
    message:
      `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to ` +
      'missing permissions, or does not support this operation. Please read the Graph API documentation at ' +
      'https://developers.facebook.com/docs/graph-api',
  });
}

/** The body of an error answer, section 17. */
export function errorBody(refusal: GraphRefusal): JsonObject {
  const { message, type, code, subcode, details, userTitle, userMessage } = refusal;
  const error = defined({
    message,
    type: type ?? 'OAuthException',
    code,
    error_subcode: subcode,
    is_transient: userTitle ? false : undefined,
    error_user_title: userTitle,
    error_user_msg: userMessage,
    error_data: details ? { messaging_product: 'whatsapp', details } : undefined,
    fbtrace_id: makeTraceId(),
  });
  return { error };
}

/** The element of `errors[]` in a failed status. */
export function statusError(code: number, details?: string): JsonObject {
  const known = errorCodes[code];
  const title = known?.title ?? 'Unknown error';
  const said = details ?? known?.details;
  return defined({
    code,
    title,
    message: title,
    error_data: said ? { details: said } : undefined,
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  });
}
