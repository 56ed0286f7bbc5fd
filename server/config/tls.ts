import { createSecureContext } from 'node:tls';
import type { OptionDiagnostic, OptionReading } from '#shared/options/entry.ts';
import type { SecretSource } from '#shared/options/secrets.ts';
import type { ServerSettings } from '#shared/options/server-config.ts';
import type { TlsConfig } from './config.ts';

interface TlsReading {
  readonly value: TlsConfig | undefined;
  readonly diagnostics: readonly OptionDiagnostic[];
}

/** Reads certificate and key, and tries whether they belong together, before anything listens (API-1). */
export function readTls(
  { tlsCertificate, tlsKey }: ServerSettings,
  source: SecretSource,
  entries: OptionReading['entries'],
): TlsReading {
  if (tlsCertificate === '' || tlsKey === '') return { value: undefined, diagnostics: [] };
  const certificate = source.file(tlsCertificate);
  if (!certificate.ok) return failed('tls-certificate', certificate.error.message, entries);
  const key = source.file(tlsKey);
  if (!key.ok) return failed('tls-key', key.error.message, entries);
  const value = { certificate: certificate.value, key: key.value };
  try {
    createSecureContext({ cert: value.certificate, key: value.key });
    return { value, diagnostics: [] };
  } catch {
    // The reason of the library may quote from the files.
    return failed('tls-certificate', 'it and tls-key are no PEM files that belong together.', entries);
  }
}

function failed(key: string, reason: string, entries: OptionReading['entries']): TlsReading {
  const entry = entries.find((one) => one.section === 'server' && one.key === key);
  const message = `${key} of [server] cannot be used: ${reason}`;
  const place = { file: entry?.file ?? '', line: entry?.line ?? 1, column: entry?.valueColumn ?? 1 };
  return { value: undefined, diagnostics: [{ ...place, code: 'bad-tls', severity: 'fatal', message }] };
}
