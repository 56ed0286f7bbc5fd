import type { Generated } from 'kysely';

/** The tables as the query layer sees them; their definition is in the migrations. */
export interface Schema {
  meta: { key: string; value: string };
  events: { cursor: Generated<number>; stream: string; seq: number; kind: string; at: number; data: string };
  event_audience: { agent: string; cursor: number; introduces: string | null };
  contacts: { id: string; display_name: string; updated_at: number; data: string };
  identities: { type: string; value: string; contact_id: string };
  interactions: InteractionRow;
  messages: MessageRow;
  message_raw: { message_id: string; data: string };
  received: { key: string; at: number };
  provider_statuses: { provider_id: string; status: string; message_id: string | null; at: number; data: string };
  outbound: OutboundRow;
  agents: { name: string; data: string; idle_since: number; desk_lost_at: number | null };
  login_sessions: LoginSessionRow;
  option_reports: OptionReportRow;
  templates: TemplateRow;
  template_lists: { channel: string; refreshed_at: number | null; error: string | null };
  media_ids: { channel: string; number: string; file: string; media_id: string; uploaded_at: number };
}

export interface TemplateRow {
  channel: string;
  id: string;
  /** The business account it belongs to. */
  account: string;
  name: string;
  language: string;
  /** Place in the provider's list. */
  position: number;
  /** When a webhook last spoke of it; 0: never. */
  told_at: number;
  data: string;
}

export interface OptionReportRow {
  agent: string;
  at: number;
  state: string;
  findings: number;
  diagnostics: string;
}

export interface LoginSessionRow {
  id: string;
  agent: string;
  refresh_hash: string;
  place: string;
  created_at: number;
  expires_at: number;
  ended_at: number | null;
}

export interface InteractionRow {
  id: string;
  channel: string;
  contact_id: string;
  /** Empty for a conversation with one customer, else the provider's group. */
  group_id: string;
  stage: string;
  disposition: string;
  queue: string | null;
  agent: string | null;
  last_agent: string | null;
  offer_id: string | null;
  offer_agent: string | null;
  offer_deadline: number | null;
  window_closes_at: number | null;
  workbin_owner: string | null;
  /** End of the window, while the customer waits and the agent has not been told that it closed. */
  unanswered_until: number | null;
  /** The business began, and has had no answer since: last message, while the agent has not been told. */
  silent_since: number | null;
  /** When the agent was told of that. */
  silence_told_at: number | null;
  created_at: number;
  queued_at: number | null;
  assigned_at: number | null;
  done_at: number | null;
  data: string;
}

export interface MessageRow {
  id: string;
  interaction_id: string;
  arrival_order: number;
  channel: string;
  provider_id: string | null;
  status: string;
  data: string;
}

export interface OutboundRow {
  position: Generated<number>;
  message_id: string;
  interaction_id: string;
  /** What is sent in strict order: one contact (or group) on one channel. */
  conversation: string;
  channel: string;
  agent: string;
  /** What was asked, as the agent's desk sent it. */
  content: string;
  /** `waiting` to be sent, `sending` since the request may have left, `settled` when nothing more is to be done. */
  state: string;
  attempts: number;
  next_attempt_at: number;
  sending_since: number | null;
  /** The spelling of the recipient's number that is tried; null for the one on file. */
  recipient: string | null;
  /** The provider's id of a reaction; messages have theirs with themselves. */
  provider_id: string | null;
}
