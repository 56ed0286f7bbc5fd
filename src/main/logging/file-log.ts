import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { PluginLog } from '#shared/plugin-api/background.ts';
import { redact, redactText } from '#shared/redaction.ts';
import type { Log } from '../desk/log.ts';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export interface FileLogOptions {
  /** Folder of the log files; one file a day. */
  readonly folder: string;
  readonly level: LogLevel;
  /** Days a file is kept (option `log.retention-days`). */
  readonly retentionDays: number;
  /** Off only on an administrator's word (option `log.redact`). */
  readonly redact: boolean;
}

const DAY = 86_400_000;
const FILE = /^replydesk-\d{4}-\d{2}-\d{2}\.log$/;

/** The log on disk, and how to change it while it runs. */
export interface FileLog {
  readonly log: Log;
  /** A log whose lines name the part they come from. */
  named(part: string): Log;
  /** The same in the form plug-ins use. */
  forPlugin(id: string): PluginLog;
  configure(options: Pick<FileLogOptions, 'level' | 'redact'>): void;
}

function dropOldFiles(folder: string, retentionDays: number, now: number): void {
  for (const name of readdirSync(folder).filter((file) => FILE.test(file))) {
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > retentionDays * DAY) rmSync(path, { force: true });
  }
}

/** A line as it goes to the file: redacted here, at the sink, so that no caller can forget to (SEC-1). */
function cleaned(line: string): string {
  try {
    return `${JSON.stringify(redact(JSON.parse(line)))}\n`;
  } catch {
    return redactText(line);
  }
}

function toPluginLog(target: pino.Logger): PluginLog {
  const write = (level: LogLevel) => (message: string, fields?: Readonly<Record<string, unknown>>) =>
    target[level](fields ?? {}, message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Opens the log of today, JSON lines, and drops files older than `retentionDays`. */
export function openFileLog(options: FileLogOptions): FileLog {
  mkdirSync(options.folder, { recursive: true });
  dropOldFiles(options.folder, options.retentionDays, Date.now());
  let redacting = options.redact;
  const file = join(options.folder, `replydesk-${new Date().toISOString().slice(0, 10)}.log`);
  const root = pino(
    {
      level: options.level,
      errorKey: 'error',
      base: { pid: process.pid },
      hooks: { streamWrite: (line) => (redacting ? cleaned(line) : line) },
    },
    // Written at once: what stands in the log when the program dies is what one needs.
    pino.destination({ dest: file, sync: true }),
  );
  return {
    log: root,
    named: (part) => root.child({ part }),
    forPlugin: (id) => toPluginLog(root.child({ plugin: id })),
    configure(changed) {
      redacting = changed.redact;
      root.level = changed.level;
    },
  };
}
