import { randomBytes, timingSafeEqual } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { argon2id, argon2Verify } from 'hash-wasm';
import { sha256 } from './digest.ts';

/** How an agent's password is known; plain text only in trial mode. */
export type Credential =
  | { readonly kind: 'hash'; readonly encoded: string }
  | { readonly kind: 'plain'; readonly password: string };

/** OWASP's password storage cheat sheet, argon2id: 19 MiB of memory, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, the form other tools print as well. */
const ENCODED = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{22,}$/;

/** A hash may not ask for more than this at each login: 256 MiB, 16 passes. */
const MOST = { memory: 262_144, passes: 16 } as const;

/** True for an argon2id hash this server is willing to compute. */
export function isPasswordHash(text: string): boolean {
  const parts = ENCODED.exec(text);
  return parts !== null && Number(parts[1]) <= MOST.memory && Number(parts[2]) <= MOST.passes;
}

/** The hash to put into `[agent-<name>] password-hash`. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({ password, salt: randomBytes(16), ...COST, outputType: 'encoded' });
}

/** Compares passwords with credentials, one after the other: each costs tens of milliseconds and the heap of its hash. */
export class PasswordCheck {
  #last: Promise<unknown> = Promise.resolve();
  #decoy: Promise<string> | undefined;

  /** True when the password is right. An unknown user (no credential) takes as long as a wrong password. */
  async matches(credential: Credential | undefined, password: string): Promise<boolean> {
    const result = this.#last.then(() => this.#compare(credential, password));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #compare(credential: Credential | undefined, password: string): Promise<boolean> {
    // The hash blocks the thread: what waits in the event loop goes first.
    await setImmediate();
    if (credential?.kind === 'plain') return timingSafeEqual(sha256(credential.password), sha256(password));
    if (password === '') return false;
    this.#decoy ??= hashPassword(randomBytes(16).toString('hex'));
    const hash = credential?.encoded ?? (await this.#decoy);
    const equal = await argon2Verify({ password, hash });
    return equal && credential !== undefined;
  }
}
