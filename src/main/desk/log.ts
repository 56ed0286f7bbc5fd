/** Details of a log line: ids, codes, counts. Never names, numbers, texts or tokens (SEC-1). */
export type LogDetails = Readonly<Record<string, unknown>>;

/** Where these services write their log; a pino logger fits as it is. */
export interface Log {
  debug(details: LogDetails, message: string): void;
  info(details: LogDetails, message: string): void;
  warn(details: LogDetails, message: string): void;
  error(details: LogDetails, message: string): void;
}

const nothing = (): void => {};

/** A log that keeps nothing. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
