import type { Database, Statement } from 'better-sqlite3';

/** A prepared statement whose parameters and rows have types. What a row holds is still checked where it is used. */
export function prepare<P extends unknown[], R = unknown>(database: Database, sql: string): Statement<P, R> {
  return database.prepare<P, R>(sql);
}

/** The value of JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
