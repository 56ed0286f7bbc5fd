import { firstTables } from './10-first-tables.ts';
import { fullText } from './20-full-text.ts';
import { notes } from './30-notes.ts';
import { ends } from './40-ends.ts';
import { unfinished } from './50-unfinished.ts';

export interface Migration {
  /** Grows in tens, so that a repair can be put between two releases. */
  readonly number: number;
  readonly sql: string;
}

/** In order; a released one is never edited. */
export const migrations: readonly Migration[] = [
  { number: 10, sql: firstTables },
  { number: 20, sql: fullText },
  { number: 30, sql: notes },
  { number: 40, sql: ends },
  { number: 50, sql: unfinished },
];

/** The schema this program writes. */
export const SCHEMA = migrations[migrations.length - 1]?.number ?? 0;
