import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
// As a whole: `getCACertificates` is missing in the oldest Node this runs on, which a named import would not survive.
import tls from 'node:tls';
import { ok, type Result, refuse } from '#shared/result.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates (PEM) in this file (`connection.ca-file`). Refused with `ca-file`, whose sentence names the file. */
export function readAuthorities(file: string): Result<readonly string[]> {
  try {
    const found = readFileSync(file, 'utf8').match(CERTIFICATE) ?? [];
    for (const certificate of found) new X509Certificate(certificate);
    return found.length > 0 ? ok(found) : unusable(file, 'it holds no certificate');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return unusable(file, code.startsWith('ERR_OSSL') ? 'a certificate in it is damaged' : code);
  }
}

function unusable(file: string, why: string): Result<never> {
  return refuse(
    'ca-file',
    `The certification authorities in ${file} cannot be used (${why}). Correct the file or the option connection.ca-file, then start Replydesk again.`,
  );
}

/** Trust in the operating system's authorities, in those that come with Node, and in these. */
export function trusting(authorities: readonly string[]): tls.SecureContext {
  const system = tls.getCACertificates?.('system') ?? [];
  return tls.createSecureContext({ ca: [...new Set([...tls.rootCertificates, ...system, ...authorities])] });
}
