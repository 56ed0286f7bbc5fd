import { firstTables } from './10-first-tables.ts';

export interface Migration {
  /** Grows in tens, so that a repair can be put between two releases. */
  readonly number: number;
  readonly sql: string;
}

/** In order; a released one is never edited. */
export const migrations: readonly Migration[] = [{ number: 10, sql: firstTables }];

/** The schema this program writes. */
export const SCHEMA = migrations[migrations.length - 1]?.number ?? 0;
