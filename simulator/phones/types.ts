import type { JsonObject } from '../json.ts';

/** A person with WhatsApp: known by number, by business-scoped user id, or by both. */
export interface Customer {
  /** The number's digits, or the user id when the number is hidden. */
  readonly key: string;
  readonly waId?: string;
  readonly userId?: string;
  readonly username?: string;
  readonly profileName: string;
  /** Switched off: messages stay at `sent` until the phone is back. */
  readonly online: boolean;
  /** Error codes the next messages to this person fail with, one each. */
  readonly failures: readonly number[];
  /** Until when the business's typing indicator shows (it disappears after 25 s or with the answer). */
  readonly typingUntil: number;
}

/** What the sender has been told of a message so far; `received` for the customer's own. */
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'received';

/** How a business message is charged, as the status webhooks show it. */
export interface Billing {
  readonly category: 'service' | 'utility' | 'marketing' | 'authentication' | 'referral_conversion';
  readonly type: 'regular' | 'free_customer_service' | 'free_entry_point';
  /** Milliseconds since the epoch: when the conversation of old shapes ends. */
  readonly windowClosesAt: number;
}

/** One message between a business number and a customer. `direction` is the business's: `in` is from the customer. */
export interface PhoneMessage {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly customerKey: string;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  /** The request as sent, or the element of `messages[]`. */
  readonly content: JsonObject;
  /** What the phone shows, as plain text. */
  readonly text: string;
  /** When it was accepted or written, milliseconds. */
  readonly at: number;
  readonly status: MessageStatus;
  /** It is on the customer's phone. */
  readonly arrived: boolean;
  /** The customer has marked it as read, or the business has, for the customer's own. */
  readonly readAt?: number;
  readonly opaque?: string;
  readonly error?: number;
  readonly billing?: Billing;
}
