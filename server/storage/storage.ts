import type { AgentTable } from './tables/agents.ts';
import type { ContactTable } from './tables/contacts.ts';
import type { EventTable } from './tables/events.ts';
import type { InteractionTable } from './tables/interactions.ts';
import type { LoginSessionTable } from './tables/login-sessions.ts';
import type { MediaIdTable } from './tables/media-ids.ts';
import type { MessageTable } from './tables/messages.ts';
import type { MetaTable } from './tables/meta.ts';
import type { OptionReportTable } from './tables/option-reports.ts';
import type { OutboundTable } from './tables/outbound.ts';
import type { ReceivedTable } from './tables/received.ts';
import type { TemplateTable } from './tables/templates.ts';

/** All tables within one transaction or one consistent read. Projections are written by the fold only. */
export interface Tables {
  readonly meta: MetaTable;
  readonly events: EventTable;
  readonly contacts: ContactTable;
  readonly interactions: InteractionTable;
  readonly messages: MessageTable;
  readonly received: ReceivedTable;
  readonly outbound: OutboundTable;
  readonly agents: AgentTable;
  readonly logins: LoginSessionTable;
  readonly optionReports: OptionReportTable;
  readonly templates: TemplateTable;
  readonly mediaIds: MediaIdTable;
}

/**
 * The server's records behind one narrow interface, so that another database can take SQLite's place (SRV-1).
 * One writer: transactions run one after the other.
 */
export interface Storage {
  /** Names this database; made when it is created. Known once started. */
  readonly serverId: string;
  /** Opens and migrates. Fails with a `StorageError` that says what to do. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Reads that see one state of the database; nothing may be written. */
  read<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** All or nothing; on disk when it resolves. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
}

export type StorageErrorCode = 'database-too-new' | 'database-in-use' | 'database-unreadable';

/** Why the records cannot be used, in words for the person who starts the server. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
  }
}
