import { type DestinationStream, type Logger, pino } from 'pino';
import { redact, redactText } from '#shared/redaction.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** What parts of the server log to. */
export type Log = Logger;

export interface LogOptions {
  readonly level: LogLevel;
  /** Where lines go; standard error unless said otherwise, so that standard output stays readable by programs. */
  readonly destination?: DestinationStream;
}

const STANDARD_ERROR = 2;

/**
 * The server's log: one JSON object a line. Numbers, names, bodies and tokens are taken out at the sink (SEC-1): a
 * line is redacted as it is written, so no caller, serializer or child logger can forget to.
 */
export function createLog({ level, destination }: LogOptions): Log {
  return pino(
    { level, base: null, messageKey: 'msg', errorKey: 'err', hooks: { streamWrite: redactLine } },
    destination ?? pino.destination({ fd: STANDARD_ERROR, sync: true }),
  );
}

/** One log line without anything private; a line that is no JSON is redacted as text. */
export function redactLine(line: string): string {
  try {
    return `${JSON.stringify(redact(JSON.parse(line)))}\n`;
  } catch {
    return redactText(line);
  }
}
