import type { IpcParams } from '#shared/ipc/contract.ts';
import type { LockReason } from '#shared/ipc/view.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { DeskCore } from './desk-core.ts';

type Nothing = Record<string, never>;

const notVerified = refuse(
  'not-verified',
  'The messaging server is not reached, so your password cannot be checked. Replydesk stays locked; try again when it is back, or sign out.',
  true,
);

/** Refusals of a server that was asked and could judge; after any other the password was not looked at. */
const JUDGED = new Set(['password-wrong', 'login-locked', 'rate-limited', 'session-expired']);

/**
 * Hides a session without ending it (UI-12): messages go on arriving, and only the agent's own password ends it. That is
 * judged by the server alone; a check of our own would need something on this disk to try passwords on.
 */
export class SessionLock {
  readonly #core: DeskCore;

  constructor(core: DeskCore) {
    this.#core = core;
  }

  /** Refused with `not-signed-in`. */
  async lock(reason: LockReason): Promise<Result<Nothing>> {
    const { session, tokens } = this.#core;
    if (!session.isSignedIn) return refuse('not-signed-in', 'Nobody is signed in, so there is nothing to lock.');
    if (session.current.locked !== null) return ok({});
    session.setLocked(reason);
    await tokens.setLocked(reason);
    return ok({});
  }

  /** Refused with `password-wrong`, `login-locked`, `not-verified`. */
  async unlock({ password }: IpcParams<'session.unlock'>): Promise<Result<Nothing>> {
    const { session, tokens } = this.#core;
    if (session.current.locked === null) return ok({});
    const agent = session.current.agent?.name;
    const verified = await tokens.verify(password);
    if (!verified.ok) return JUDGED.has(verified.error.code) ? verified : notVerified;
    // Somebody else's session may have begun while the server was asked.
    if (session.current.agent?.name !== agent) return ok({});
    session.setLocked(null);
    await tokens.setLocked(null);
    return ok({});
  }
}
