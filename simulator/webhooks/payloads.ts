import { createHash } from 'node:crypto';
import { defined, type JsonObject } from '../json.ts';
import type { BusinessNumber } from '../numbers.ts';
import type { Customer, PhoneMessage } from '../phones/types.ts';
import type { Settings } from '../settings.ts';

/** The envelope of every webhook: one entry, one change. `time` (seconds) only where Meta sends one. */
export function envelope(businessAccountId: string, field: string, value: JsonObject, time?: number): JsonObject {
  const entry = defined({ id: businessAccountId, time, changes: [{ value, field }] });
  return { object: 'whatsapp_business_account', entry: [entry] };
}

/** The value of a `messages` webhook with one inbound message. */
export function inboundValue(
  number: BusinessNumber,
  customer: Customer,
  message: JsonObject,
  userIds: boolean,
): JsonObject {
  return {
    ...metadata(number),
    // System messages (number changed and the like) come without contacts.
    ...(message.type === 'system' ? {} : { contacts: [contactOf(customer, userIds)] }),
    messages: [message],
  };
}

function metadata(number: BusinessNumber): JsonObject {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.displayPhoneNumber, phone_number_id: number.id },
  };
}

function contactOf(customer: Customer, userIds: boolean): JsonObject {
  return defined({
    profile: defined({ name: customer.profileName, username: customer.username }),
    wa_id: customer.waId,
    user_id: userIds || !customer.waId ? customer.userId : undefined,
  });
}

export interface StatusFacts {
  readonly settings: Settings;
  readonly number: BusinessNumber;
  readonly customer: Customer;
  readonly message: PhoneMessage;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  /** Milliseconds. */
  readonly at: number;
  readonly errors?: readonly JsonObject[];
  /** `delivered` or `read`: whether the price has already been told with the other one. */
  readonly priceTold: boolean;
}

/** The value of a `messages` webhook with one status, in the shape of the app's webhook version. */
export function statusValue(facts: StatusFacts): JsonObject {
  const { settings, number, customer, message, status, errors } = facts;
  const { userIds } = settings.behaviour;
  const reportsPrice = status === 'sent' || ((status === 'delivered' || status === 'read') && !facts.priceTold);
  const contacts = userIds && status !== 'failed' ? { contacts: [contactOf(customer, userIds)] } : {};
  const entry = defined({
    id: message.id,
    status,
    timestamp: String(Math.floor(facts.at / 1000)),
    recipient_id: customer.waId,
    recipient_user_id: userIds || !customer.waId ? customer.userId : undefined,
    biz_opaque_callback_data: message.opaque,
    conversation: reportsPrice ? conversationOf(facts) : undefined,
    pricing: reportsPrice ? pricingOf(facts) : undefined,
    errors,
  });
  return { ...metadata(number), ...contacts, statuses: [entry] };
}

/** v24.0 left `conversation` out of statuses, but for the free entry point (31-cloud-api section 13). */
function conversationOf({ settings, message, status, number }: StatusFacts): JsonObject | undefined {
  const { billing } = message;
  if (!billing) return undefined;
  const version = Number.parseFloat(settings.behaviour.webhookVersion.slice(1));
  if (version >= 24 && billing.type !== 'free_entry_point') return undefined;
  const seed = `${number.id}:${message.customerKey}:${billing.category}:${billing.windowClosesAt}`;
  const ends = String(Math.floor(billing.windowClosesAt / 1000));
  return defined({
    id: createHash('md5').update(seed).digest('hex'),
    expiration_timestamp: status === 'sent' ? ends : undefined,
    origin: { type: billing.category },
  });
}

function pricingOf({ message: { billing } }: StatusFacts): JsonObject | undefined {
  if (!billing) return undefined;
  const { type, category } = billing;
  return { billable: type === 'regular', pricing_model: 'PMP', category, type };
}
