import { z } from 'zod';
import { type Refusal, refuse } from '#shared/result.ts';

/** How every refusal of the REST interface looks (API-2). */
export const refusalBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    retryable: z.boolean(),
    /** The provider's own code, when it was the provider that refused. */
    providerCode: z.string().optional(),
  }),
});
export type RefusalBody = z.infer<typeof refusalBodySchema>;

/** The HTTP status of each refusal code; codes that are not listed are the caller's mistake: 400. */
const STATUS: Readonly<Record<string, number>> = {
  'token-missing': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'login-failed': 401,
  'signature-invalid': 401,
  forbidden: 403,
  'password-wrong': 403,
  'not-yours': 403,
  'not-found': 404,
  'channel-unknown': 404,
  conflict: 409,
  'id-conflict': 409,
  'body-too-large': 413,
  'media-type': 415,
  'login-locked': 429,
  'rate-limited': 429,
  internal: 500,
  'server-stopping': 503,
};

export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.code] ?? 400;
}

export function refusalBody(refusal: Refusal): RefusalBody {
  const { code, message, retryable, providerCode } = refusal;
  return { error: { code, message, retryable, ...(providerCode === undefined ? {} : { providerCode }) } };
}

/** What was wrong with an input, field by field, without repeating the values (SEC-1: no secrets in errors). */
export function describeIssues(error: z.ZodError, where: string): string {
  const issues = error.issues.slice(0, 5).map((issue) => {
    const field = issue.path.map(String).join('.');
    return field === '' ? issue.message : `${field}: ${issue.message}`;
  });
  return `The ${where} of this request is not right: ${issues.join('; ')}.`;
}

export const notFound = (what: string) => refuse('not-found', `There is no such ${what}. Check the id.`);
export const notYours = (what: string) =>
  refuse('not-yours', `This ${what} is not in your hands, so it cannot be read with your token.`);
