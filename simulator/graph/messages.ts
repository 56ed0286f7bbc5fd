import type { Context } from '../context.ts';
import { makeMessageId } from '../ids.ts';
import { asObject, type JsonObject } from '../json.ts';
import type { BusinessNumber } from '../numbers.ts';
import type { Failure } from '../phones/message-flow.ts';
import { reactionFailure } from '../phones/reactions.ts';
import { renderMessage } from '../phones/render.ts';
import type { Billing, Customer, PhoneMessage } from '../phones/types.ts';
import { afterOutbound, windowState } from '../phones/window.ts';
import { checkInteractive } from './interactive-limits.ts';
import { checkMediaParameter, fetchLinkedMedia } from './message-media.ts';
import {
  envelopeSchema,
  kindSchemas,
  type MessageEnvelope,
  type MessageKind,
  type TemplateRequest,
} from './message-schema.ts';
import { type GraphOutcome, graphOk, refuseCode } from './outcome.ts';
import { readParameter } from './parameter-errors.ts';
import { type Recipient, readRecipient } from './recipient.ts';
import { fillTemplate } from './template-fill.ts';
import type { Template } from './template-types.ts';

/** POST /{phone}/messages for everything but read marks. `version` is the Graph version called, such as `v23.0`. */
export async function sendMessage(
  context: Context,
  number: BusinessNumber,
  body: JsonObject,
  version: string,
): Promise<GraphOutcome> {
  const envelope = readParameter(envelopeSchema, body);
  if (!envelope.ok) return envelope;
  const recipient = readRecipient(context, number, envelope.value);
  if (!recipient.ok) return recipient;
  const checked = checkKind(context, envelope.value, version);
  if (!checked.ok) return checked;
  const customer = context.phones.ensure(recipient.value);
  const gate = checkGate(context, number, customer, recipient.value, checked.value);
  if (!gate.ok) return gate;
  const failure =
    gate.value ??
    reactionFailure(context, envelope.value) ??
    (await fetchLinkedMedia(context, envelope.value.type, body));
  const message = accept(context, number, customer, envelope.value, checked.value);
  const held = failure === undefined && context.pacing.takes(checked.value.template?.id, message);
  if (!held) context.flow.start(message, failure);
  return graphOk(answer(recipient.value, message, held));
}

/** What the check of the message's own object found out. */
interface CheckedContent {
  readonly text: string;
  readonly template?: Template;
}

function checkKind(context: Context, envelope: MessageEnvelope, version: string): GraphOutcome<CheckedContent> {
  const kind: MessageKind = envelope.type;
  const part = readParameter<(typeof kindSchemas)[MessageKind]>(kindSchemas[kind], envelope[kind], kind);
  if (!part.ok) return part;
  if (kind === 'template') {
    const filled = fillTemplate(context, part.value as TemplateRequest, version);
    return filled.ok ? graphOk({ text: filled.value.text, template: filled.value.template }) : filled;
  }
  if (kind === 'interactive') {
    const interactive = checkInteractive(kindSchemas.interactive.parse(part.value));
    if (!interactive.ok) return interactive;
  }
  const media = checkMediaParameter(context, kind, asObject(part.value));
  if (!media.ok) return media;
  return graphOk({ text: renderMessage(kind, envelope) });
}

/** Limits and window: a refusal now, or the reason of a later failed status, or nothing. */
function checkGate(
  context: Context,
  number: BusinessNumber,
  customer: Customer,
  recipient: Recipient,
  { template }: CheckedContent,
): GraphOutcome<Failure | undefined> {
  const { clock, settings, limits, windows, phones } = context;
  if (template?.category === 'AUTHENTICATION' && !recipient.waId) return refuseCode(131062);
  const code = limits.take(number.id, customer.key, clock.now());
  if (code) return refuseCode(code);
  const [planned, ...later] = customer.failures;
  if (planned !== undefined) {
    phones.update(customer.key, { failures: later });
    return graphOk({ code: planned });
  }
  const { open } = windowState(windows.of(number.id, customer.key), clock.now(), settings.limits);
  if (open || template) return graphOk(undefined);
  return settings.behaviour.refuseOutsideWindowAtOnce ? refuseCode(131047) : graphOk({ code: 131047 });
}

function accept(
  context: Context,
  number: BusinessNumber,
  customer: Customer,
  envelope: MessageEnvelope,
  { text, template }: CheckedContent,
): PhoneMessage {
  const { clock, phones, windows } = context;
  const now = clock.now();
  const record = afterOutbound(windows.of(number.id, customer.key), now);
  windows.set(number.id, customer.key, record);
  const message: PhoneMessage = {
    id: makeMessageId(customer.waId ?? '', 'out'),
    phoneNumberId: number.id,
    customerKey: customer.key,
    direction: 'out',
    kind: envelope.type,
    content: envelope,
    text,
    at: now,
    status: 'accepted',
    arrived: false,
    billing: billingOf(context, number, customer, template),
    ...(envelope.biz_opaque_callback_data ? { opaque: envelope.biz_opaque_callback_data } : {}),
  };
  phones.add(message);
  return message;
}

/** Prices since July 2025: templates cost, except utility ones inside the window; all else is free inside it. */
function billingOf(
  { clock, settings, windows }: Context,
  number: BusinessNumber,
  customer: Customer,
  template: Template | undefined,
): Billing {
  const now = clock.now();
  const { open, freeEntry, closesAt } = windowState(windows.of(number.id, customer.key), now, settings.limits);
  const windowClosesAt = open ? closesAt : now + 24 * 3_600_000;
  if (freeEntry) return { category: 'referral_conversion', type: 'free_entry_point', windowClosesAt };
  if (!template) return { category: 'service', type: 'free_customer_service', windowClosesAt };
  const category = template.category.toLowerCase() as Lowercase<Template['category']>;
  return { category, type: open && category === 'utility' ? 'free_customer_service' : 'regular', windowClosesAt };
}

function answer(recipient: Recipient, message: PhoneMessage, held: boolean): JsonObject {
  const who = recipient.userId ? { user_id: recipient.userId } : { wa_id: recipient.waId };
  const status =
    message.kind === 'template' ? { message_status: held ? 'held_for_quality_assessment' : 'accepted' } : {};
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: recipient.input, ...who }],
    messages: [{ id: message.id, ...status }],
  };
}
