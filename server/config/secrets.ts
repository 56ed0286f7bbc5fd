import type { OptionDiagnostic, OptionReading } from '#shared/options/entry.ts';
import { resolveSecret, type SecretReference, type SecretSource } from '#shared/options/secrets.ts';
import type { Secret } from '../engine/config.ts';

/** Resolves the secrets of sections and notes those that cannot be had, at the line that asks for them. */
export class Secrets {
  readonly diagnostics: OptionDiagnostic[] = [];
  readonly #source: SecretSource;
  readonly #entries: OptionReading['entries'];

  constructor({ source, entries }: { readonly source: SecretSource; readonly entries: OptionReading['entries'] }) {
    this.#source = source;
    this.#entries = entries;
  }

  /** The secret of a key, or null when it is not set or cannot be had. */
  resolve(section: string, key: string, reference: SecretReference | null): Secret | null {
    if (reference === null) return null;
    const resolved = resolveSecret(reference, this.#source);
    if (resolved.ok) {
      const { value } = resolved;
      return { reveal: () => value };
    }
    // A channel that silently takes or sends nothing is found out by customers; a server that does not start, at once.
    const entry = this.#entries.find((one) => one.section === section && one.key === key);
    this.diagnostics.push({
      file: entry?.file ?? '',
      line: entry?.line ?? 1,
      column: entry?.valueColumn ?? 1,
      code: 'secret-missing',
      severity: 'fatal',
      message: `${key} of [${section}] cannot be had: ${resolved.error.message}`,
    });
    return null;
  }
}
