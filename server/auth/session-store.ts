/** One login of an agent, from password to log-out. The refresh token itself is nowhere stored, only its hash. */
export interface LoginSession {
  readonly id: string;
  readonly agent: string;
  /** SHA-256 of the refresh token's secret part, in hex. */
  readonly refreshHash: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly createdAt: number;
  /** Until when the refresh token may be used. */
  readonly expiresAt: number;
  /** When it was logged out, superseded, or its refresh token was seen twice. */
  readonly endedAt: number | null;
}

/** Where login sessions are kept; each change is on disk when its promise resolves. */
export interface SessionStore {
  insert(session: LoginSession): Promise<void>;
  find(id: string): Promise<LoginSession | undefined>;
  /** Replaces the hash if it is still `from` and the session has not ended; false when another was faster. */
  rotate(id: string, from: string, to: string, expiresAt: number): Promise<boolean>;
  end(id: string, at: number): Promise<void>;
  /** Forgets sessions whose refresh tokens ran out before `time`. */
  removeExpiredBefore(time: number): Promise<void>;
}
