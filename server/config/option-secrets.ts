import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SecretSource } from '#shared/options/secrets.ts';
import { ok, refuse } from '#shared/result.ts';

/** Where `env:NAME` and `file:PATH` secrets of a folder's option files come from (API-3). Refusals never hold a secret. */
export function optionSecrets(
  directory: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SecretSource {
  return {
    environment(name) {
      const value = environment[name];
      if (value !== undefined && value !== '') return ok(value);
      return refuse('missing-secret', `The environment variable ${name} is not set. Set it for the server.`);
    },
    file(path) {
      try {
        return ok(readFileSync(resolve(directory, path), 'utf8'));
      } catch (error) {
        const { code = 'unknown' } = error as NodeJS.ErrnoException;
        return refuse(
          'missing-secret',
          `The secret file ${path} cannot be read (${code}). Correct its path or rights.`,
        );
      }
    },
  };
}
