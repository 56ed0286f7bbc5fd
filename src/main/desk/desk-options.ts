import type { Clock } from '#shared/clock.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { DeskView, LockReason, OptionsView } from '#shared/ipc/view.ts';
import type { Network } from '../connection/network.ts';
import type { CacheLimits } from './cache-trimming.ts';
import type { Log } from './log.ts';
import type { InteractionMedia } from './media.ts';
import type { Place } from './place.ts';

/** The messaging server a desk talks to. */
export interface ServerTarget {
  /** Base URL, e.g. `https://messaging.example.com` or `http://127.0.0.1:43121`. */
  readonly url: string;
  /**
   * Stable name of the server, part of the cache's file name. Defaults to the URL; give one where the URL changes
   * from start to start (the embedded server's port).
   */
  readonly key?: string;
}

/** What lets a desk come back without a password. Secrets: kept by the shell in the system keyring, never on disk. */
export interface SavedSession {
  readonly serverUrl: string;
  readonly serverKey: string;
  readonly agent: { readonly name: string; readonly displayName: string };
  readonly token: string;
  /** Server time, ms. */
  readonly expiresAt: number;
  /** Single use; a new one is saved each time it was used. */
  readonly refreshToken: string;
  /** Where the agent sits (UI-12). Absent: nowhere in particular. */
  readonly place?: string | undefined;
  /** The desk was locked when it was last open, and is so again (UI-12). Absent: it was not. */
  readonly locked?: LockReason | undefined;
}

/** The shell's keyring as the desk sees it. */
export interface SessionKeeper {
  load(): Promise<SavedSession | null>;
  save(session: SavedSession): Promise<void>;
  clear(): Promise<void>;
}

/** What a desk is made of; all of it comes from the shell. */
export interface DeskOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: SessionKeeper;
  /** The server to begin with; `useServer` changes it. Null: the embedded one, whose address is told once it listens. */
  readonly server: ServerTarget | null;
  /** The way to it; straight unless given. */
  readonly network?: Network;
  /** The program runs in trial mode: the sign-in page offers the server's sample agents. False unless given. */
  readonly trial?: boolean;
  /** Folder of the cache files; made when it is missing. */
  readonly cacheFolder: string;
  /** The cache worker's program: `out/main/cache-worker.js` in the built app, `worker.ts` when run from source. */
  readonly cacheWorker: URL;
  /** How much the cache keeps, as the options say now. Everything unless given. */
  readonly cacheLimits?: () => CacheLimits;
  /** Options that have another value for this interaction than for the desk (OPT-2, OPT-3); none unless given. */
  readonly interactionOptions?: (interaction: Interaction) => OptionsView;
  /** What the medium of an interaction can do; nothing where this is left out. */
  readonly mediaOf?: (interaction: Interaction) => InteractionMedia;
  /** The workbin into which open interactions of a medium go at log-out; empty: back to their queue (UI-12). */
  readonly workbinOf?: (mediaType: string) => string;
  /** Where agents at this computer sit; nowhere in particular unless given. */
  readonly place?: Place;
  readonly program: DeskView['program'];
  /** Numbers in [0, 1), for the jitter of reconnects; `Math.random` by default. */
  readonly random?: () => number;
}
