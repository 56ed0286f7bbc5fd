import type { IncomingMessage } from 'node:http';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Principal } from '../auth/principal.ts';
import { isLocalRequest } from './local.ts';
import { notFound } from './refusals.ts';
import type { Access } from './route.ts';

const BEARER = /^bearer +([\w\-.~+/]+=*) *$/i;

/** Longer than any token of this server. */
const LONGEST_TOKEN = 8192;

export interface AuthorizeOptions {
  readonly authenticator: Authenticator;
  readonly behindProxy: boolean;
}

/** Lets a request pass or refuses it; the value is who makes it, where that matters (SEC-1). */
export async function authorize(
  access: Access,
  request: IncomingMessage,
  { authenticator, behindProxy }: AuthorizeOptions,
): Promise<Result<Principal | undefined>> {
  if (access === 'open') return ok(undefined);
  const local = access !== 'signed-in' && isLocalRequest(request, behindProxy);
  if (local) return ok(undefined);
  if (access === 'this-machine') return notFound('page');
  const token = bearerToken(request);
  if (token === undefined) {
    return refuse('token-missing', 'This needs a token. Log in, and send it as "Authorization: Bearer …".');
  }
  return authenticator.authenticate(token);
}

function bearerToken(request: IncomingMessage): string | undefined {
  const header = request.headers.authorization ?? '';
  return header.length > LONGEST_TOKEN ? undefined : BEARER.exec(header)?.[1];
}
