import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '#node/atomic-file.ts';
import { lockReasonSchema } from '#shared/ipc/view.ts';
import type { SavedSession, SessionKeeper } from '../desk/desk-options.ts';

/** Encrypts with a key of the system keyring; Electron's `safeStorage` behind a narrow face. */
export interface Keyring {
  /** False without a keyring, and where the "keyring" is only a fixed password (Linux `basic_text`). */
  isAvailable(): boolean;
  encrypt(text: string): Buffer;
  decrypt(data: Buffer): string;
}

const savedSessionSchema = z.object({
  serverUrl: z.string(),
  serverKey: z.string(),
  agent: z.object({ name: z.string(), displayName: z.string() }),
  token: z.string(),
  expiresAt: z.number(),
  refreshToken: z.string(),
  place: z.string().optional(),
  locked: lockReasonSchema.optional(),
}) satisfies z.ZodType<SavedSession>;

/**
 * Keeps the agent signed in over restarts. Secrets go through the keyring only; without one nothing is written and
 * the agent signs in again (SEC-1, UI-12).
 */
export class KeyringSessionKeeper implements SessionKeeper {
  readonly #file: string;
  readonly #keyring: Keyring;

  constructor(file: string, keyring: Keyring) {
    this.#file = file;
    this.#keyring = keyring;
  }

  /** The kept session; null when there is none, or what is there cannot be read with this keyring. */
  async load(): Promise<SavedSession | null> {
    if (!this.#keyring.isAvailable()) return null;
    try {
      return savedSessionSchema.parse(JSON.parse(this.#keyring.decrypt(await readFile(this.#file))));
    } catch {
      return null;
    }
  }

  async save(session: SavedSession): Promise<void> {
    if (!this.#keyring.isAvailable()) return;
    await writeFileAtomically(this.#file, this.#keyring.encrypt(JSON.stringify(session)));
  }

  async clear(): Promise<void> {
    await rm(this.#file, { force: true });
  }
}
