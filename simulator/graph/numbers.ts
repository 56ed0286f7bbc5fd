import { z } from 'zod';
import type { JsonObject } from '../json.ts';
import { type BusinessNumber, tryCallback } from '../numbers.ts';
import { selectFields } from './fields.ts';
import { type GraphOutcome, graphOk, graphRefuse, refuseObject } from './outcome.ts';
import { page } from './paging.ts';
import { readParameter } from './parameter-errors.ts';
import type { GraphCall, GraphHandler } from './route.ts';

const defaultFields: readonly string[] = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'last_onboarded_time',
  'webhook_configuration',
];

/** GET /{waba}/phone_numbers. */
export const listNumbers: GraphHandler = ({ context, id, query, version }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'get');
  const address = `${context.baseUrl()}/${version}/${id}/phone_numbers`;
  return page(context.numbers.all(), { query, address }, (number) =>
    selectFields(fieldsOf(number, context.numbers.appCallback), query.fields, defaultFields),
  );
};

/** GET /{phone}. */
export function describeNumber({ context, query }: GraphCall, number: BusinessNumber): GraphOutcome {
  return graphOk(selectFields(fieldsOf(number, context.numbers.appCallback), query.fields, defaultFields));
}

function fieldsOf(number: BusinessNumber, application: string | undefined): JsonObject {
  return {
    id: number.id,
    verified_name: number.verifiedName,
    display_phone_number: `+${number.displayPhoneNumber}`,
    code_verification_status: 'VERIFIED',
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    last_onboarded_time: '2026-01-05T09:00:00+0000',
    webhook_configuration: { application, phone_number: number.callback?.url },
    name_status: 'APPROVED',
    new_name_status: 'NONE',
    status: 'CONNECTED',
    account_mode: 'LIVE',
    is_official_business_account: false,
    is_pin_enabled: true,
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
    health_status: { can_send_message: 'AVAILABLE', entities: [] },
  };
}

const changeSchema = z.looseObject({
  webhook_configuration: z
    .looseObject({ override_callback_uri: z.string().max(200), verify_token: z.string().default('') })
    .optional(),
  pin: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

/** POST /{phone}: sets the number's own callback after Meta's handshake, or the pin. An empty address removes it. */
export async function changeNumber(call: GraphCall, number: BusinessNumber): Promise<GraphOutcome> {
  const { context, body } = call;
  const change = readParameter(changeSchema, body);
  if (!change.ok) return change;
  const configuration = change.value.webhook_configuration;
  if (!configuration) return graphOk({ success: true });
  if (configuration.override_callback_uri === '') {
    delete number.callback;
    return graphOk({ success: true });
  }
  const { override_callback_uri: url, verify_token: verifyToken } = configuration;
  const wrong = await tryCallback(url, verifyToken, context.settings.timings.webhookTimeoutMs);
  if (wrong) return refuseCallback(wrong);
  number.callback = { url, verifyToken };
  context.webhooks.flush();
  return graphOk({ success: true });
}

/** Meta's refusal of a callback that does not echo the challenge. */
export function refuseCallback(wrong: string): GraphOutcome<never> {
  return graphRefuse({
    status: 400,
    code: 2200,
    message: `(#2200) Callback verification failed with the following errors: ${wrong}`,
  });
}

const subscriptionSchema = z.looseObject({
  override_callback_uri: z.string().max(200).optional(),
  verify_token: z.string().default(''),
});

/** POST /{waba}/subscribed_apps, with an address of the business account's own if given. */
export const subscribeApp: GraphHandler = async ({ context, id, body }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'post');
  const subscription = readParameter(subscriptionSchema, body);
  if (!subscription.ok) return subscription;
  const { override_callback_uri: url, verify_token: verifyToken } = subscription.value;
  if (url) {
    const wrong = await tryCallback(url, verifyToken, context.settings.timings.webhookTimeoutMs);
    if (wrong) return refuseCallback(wrong);
  }
  context.numbers.accountCallback = url;
  context.webhooks.flush();
  return graphOk({ success: true });
};

/** GET /{waba}/subscribed_apps. */
export const listApps: GraphHandler = ({ context, id }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'get');
  const { appId } = context.settings;
  const app = { id: appId, link: `https://www.facebook.com/games/?app_id=${appId}`, name: 'Replydesk' };
  const override = context.numbers.accountCallback;
  const entry = { whatsapp_business_api_data: app, ...(override ? { override_callback_uri: override } : {}) };
  return graphOk({ data: [entry] });
};

/** DELETE /{waba}/subscribed_apps removes the account's own address. */
export const unsubscribeApp: GraphHandler = ({ context, id }) => {
  if (id !== context.settings.businessAccountId) return refuseObject(id, 'delete');
  context.numbers.accountCallback = undefined;
  return graphOk({ success: true });
};
