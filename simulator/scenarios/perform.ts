import type { Context } from '../context.ts';
import type { JsonObject } from '../json.ts';
import { chooseOption, reactTo } from '../phones/actions.ts';
import { receiveInbound } from '../phones/inbound.ts';
import { fillSampleMedia } from '../phones/sample-media.ts';
import type { ScenarioAction, ScenarioCustomer } from './schema.ts';

/** Carries out one action of a scenario; what is not possible at that moment is logged and passed over. */
export function perform(
  context: Context,
  person: ScenarioCustomer | undefined,
  action: Omit<ScenarioAction, 'after'>,
): void {
  if (action.fault) context.faults.add(action.fault);
  if (!person) return;
  const { waId, userId, username, profileName } = person;
  const customer = context.phones.ensure({ waId, userId, username, profileName });
  if (action.online === true) context.flow.comeOnline(customer.key);
  if (action.online === false) context.phones.update(customer.key, { online: false });
  if (action.read) context.flow.read(customer.key);
  if (action.text !== undefined) write(context, person, { type: 'text', text: { body: action.text } });
  if (action.message) write(context, person, action.message);
  if (action.react !== undefined) note(context, reactTo(context, customer, action.react));
  if (action.choose !== undefined) note(context, chooseOption(context, customer, action.choose));
}

function write(context: Context, person: ScenarioCustomer, message: JsonObject): void {
  const number = context.numbers.first();
  const { waId, userId, username, profileName } = person;
  const element = fillSampleMedia(context, number, message);
  receiveInbound(context, number, { waId, userId, username, profileName }, element);
}

function note(context: Context, result: ReturnType<typeof chooseOption>): void {
  if (!result.ok) context.log.warn({ code: result.error.code }, `scenario: ${result.error.message}`);
}
