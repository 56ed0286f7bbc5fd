import { ok, type Result, refuse } from '../result.ts';

/**
 * Where a secret comes from (API-3). The secret itself is behind a function, so that no log, error, diagnostic or
 * `explain` shows it by printing the configuration.
 */
export type SecretReference =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'literal'; readonly reveal: () => string };

/** What resolves references; the Node side reads the environment and files (the path is beside the option files if relative). */
export interface SecretSource {
  environment(name: string): Result<string>;
  file(path: string): Result<string>;
}

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Reads `env:NAME`, `file:PATH` or the secret itself. The refusal never repeats the value. */
export function parseSecretReference(text: string): Result<SecretReference> {
  if (text.startsWith('env:')) {
    const name = text.slice(4).trim();
    if (VARIABLE.test(name)) return ok({ kind: 'env', name });
    return refuse(
      'bad-secret',
      'Behind env: stands no name of an environment variable. Write for example env:APP_SECRET.',
    );
  }
  if (text.startsWith('file:')) {
    const path = text.slice(5).trim();
    if (path !== '' && !path.includes('\0')) return ok({ kind: 'file', path });
    return refuse('bad-secret', 'Behind file: stands no path. Write for example file:/run/secrets/app-secret.');
  }
  if (text === '') return refuse('bad-secret', 'The secret is empty. Write env:NAME, file:PATH, or the secret itself.');
  return ok({ kind: 'literal', reveal: () => text });
}

/** The secret behind a reference; a file's closing line end is not part of it. */
export function resolveSecret(reference: SecretReference, source: SecretSource): Result<string> {
  switch (reference.kind) {
    case 'env':
      return source.environment(reference.name);
    case 'file': {
      const read = source.file(reference.path);
      return read.ok ? ok(read.value.replace(/\r?\n$/, '')) : read;
    }
    case 'literal':
      return ok(reference.reveal());
  }
}

/** What may be shown of a secret: where it comes from, never what it is. */
export function describeSecret(reference: SecretReference): string {
  switch (reference.kind) {
    case 'env':
      return `env:${reference.name}`;
    case 'file':
      return `file:${reference.path}`;
    case 'literal':
      return '(secret)';
  }
}
