import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../files/atomic-file.ts';

/** Encrypts with a key of the system keyring; Electron's `safeStorage` behind a narrow face. */
export interface Keyring {
  /** False without a keyring, and where the "keyring" is only a fixed password (Linux `basic_text`). */
  isAvailable(): boolean;
  encrypt(text: string): Buffer;
  decrypt(data: Buffer): string;
}

const keptSessionSchema = z.object({
  serverUrl: z.string(),
  agent: z.string(),
  refreshToken: z.string(),
});
export type KeptSession = z.infer<typeof keptSessionSchema>;

/**
 * Keeps the agent signed in over restarts. Secrets go through the keyring only; without one nothing is written and
 * the agent signs in again (SEC-1, UI-12).
 */
export class SessionKeeper {
  readonly #file: string;
  readonly #keyring: Keyring;

  constructor(file: string, keyring: Keyring) {
    this.#file = file;
    this.#keyring = keyring;
  }

  get canKeep(): boolean {
    return this.#keyring.isAvailable();
  }

  /** The kept session; undefined when there is none, or what is there cannot be read with this keyring. */
  async load(): Promise<KeptSession | undefined> {
    if (!this.canKeep) return undefined;
    try {
      return keptSessionSchema.parse(JSON.parse(this.#keyring.decrypt(await readFile(this.#file))));
    } catch {
      return undefined;
    }
  }

  async keep(session: KeptSession): Promise<void> {
    if (this.canKeep) await writeFileAtomically(this.#file, this.#keyring.encrypt(JSON.stringify(session)));
  }

  async forget(): Promise<void> {
    await rm(this.#file, { force: true });
  }
}
