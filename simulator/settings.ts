import { z } from 'zod';

const digits = z.string().regex(/^\d+$/, 'digits only');

/** Addresses the simulator may call: it is a loopback tool, and a typing error must not sign messages for strangers. */
export function isLoopbackUrl(value: string): boolean {
  const url = parseUrl(value);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(url.hostname);
}

function parseUrl(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

const loopbackUrl = z
  .string()
  .refine(isLoopbackUrl, 'must be an http address on this computer, such as http://127.0.0.1:8081/…');

const numberSchema = z.object({
  /** Graph id of the business number. */
  id: digits,
  /** International digits, no plus sign. */
  displayPhoneNumber: digits,
  verifiedName: z.string().min(1),
  /** Where webhooks of this number go; without it, the app's `callbackUrl`. */
  callbackUrl: loopbackUrl.optional(),
});

const timingsSchema = z.strictObject({
  /** From acceptance to the `sent` status, milliseconds. */
  sentDelayMs: z.number().min(0).default(300),
  /** From `sent` to arrival on the phone, milliseconds. */
  deliveredDelayMs: z.number().min(0).default(700),
  /** From arrival to `read`, milliseconds; null: only when told so by the control API. */
  readDelayMs: z.number().min(0).nullable().default(null),
  /** From creating a template to its review, milliseconds. */
  templateReviewMs: z.number().min(0).default(5000),
  /** A webhook not answered within this time counts as not delivered. */
  webhookTimeoutMs: z.number().min(1).default(10_000),
  /** First pause before a webhook is repeated; doubles each time. */
  webhookFirstPauseMs: z.number().min(1).default(500),
  webhookLongestPauseMs: z.number().min(1).default(60_000),
});

const limitsSchema = z.strictObject({
  /** Messages a second of a business number, in and out together (130429); 0 = no limit. */
  messagesPerSecond: z.number().int().min(0).default(80),
  /** One message in this many seconds to one person; 0 = no limit. */
  pairSeconds: z.number().min(0).default(6),
  /** How many of those may be borrowed from the future. */
  pairBurst: z.number().int().min(1).default(45),
  windowHours: z.number().positive().default(24),
  freeEntryHours: z.number().positive().default(72),
  /** When not empty, others are refused with 131030, as for Meta's test numbers. */
  allowList: z.array(digits).default([]),
});

const behaviourSchema = z.strictObject({
  /** Leave `delivered` out, as WhatsApp may when the person has the chat open. */
  skipDelivered: z.boolean().default(false),
  /** Refuse free text outside the window with HTTP 400 instead of a failed status. */
  refuseOutsideWindowAtOnce: z.boolean().default(false),
  /** Send webhooks of one number newest first when several wait. */
  reorder: z.boolean().default(false),
  /** Send each webhook twice. */
  duplicate: z.boolean().default(false),
  /** Put a direct `url` into media webhooks (since November 2025). */
  mediaUrls: z.boolean().default(true),
  /** Put business-scoped user ids into webhooks (since April 2026). */
  userIds: z.boolean().default(true),
  /** Version of the app's webhooks; from v24.0 on statuses have no `conversation`. */
  webhookVersion: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v25.0'),
});

/** What can be changed while the simulator runs (`POST /control/options`). */
export const tunablesSchema = z.object({
  timings: timingsSchema.prefault({}),
  limits: limitsSchema.prefault({}),
  behaviour: behaviourSchema.prefault({}),
});

/** All settings of the simulator (SIM-1). An empty object is a working simulator on a free port. */
export const settingsSchema = tunablesSchema.extend({
  /** 0 = any free port. */
  port: z.number().int().min(0).max(65_535).default(0),
  accessToken: z.string().min(1).default('simulator-access-token'),
  appId: digits.default('670843887433847'),
  appSecret: z.string().min(1).default('simulator-app-secret'),
  verifyToken: z.string().min(1).default('simulator-verify-token'),
  businessAccountId: digits.default('102290129340398'),
  phoneNumbers: z
    .array(numberSchema)
    .min(1)
    .default([{ id: '106540352242922', displayPhoneNumber: '15550100199', verifiedName: 'Jungle support' }]),
  /** The app's webhook address; without one, webhooks wait until a number is given its own. */
  callbackUrl: loopbackUrl.optional(),
  /** A built-in scenario that starts by itself. */
  scenario: z.string().optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
export type Tunables = z.infer<typeof tunablesSchema>;
export type NumberSettings = z.infer<typeof numberSchema>;
