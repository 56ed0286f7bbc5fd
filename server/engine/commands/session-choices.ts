import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { ok, type Result } from '#shared/result.ts';
import { channelsFor, contactOf, obstacleTo, placeOf, type SessionFacts, type SessionPlace } from './session-place.ts';

/** The channels an agent may choose among for a session with somebody, and how things stand on each (WA-9). */
export async function sessionChoices(
  facts: SessionFacts,
  agent: string,
  { target }: MethodParams<'session.choices'>,
): Promise<Result<MethodResult<'session.choices'>>> {
  const found = await contactOf(facts, target);
  if (!found.ok) return found;
  const choices: ChannelChoice[] = [];
  for (const channel of await channelsFor(facts, found.value)) {
    choices.push(choiceOf(facts, agent, await placeOf(facts, channel, found.value)));
  }
  return ok({ contact: found.value ?? null, choices });
}

function choiceOf(facts: SessionFacts, agent: string, place: SessionPlace): ChannelChoice {
  const { channel, contact, window, open } = place;
  const holder = open && (open.agent ?? open.workbin?.owner ?? open.offer?.agent ?? null);
  return {
    channel: channel.name,
    displayName: channel.displayName,
    window,
    consent: contact?.consents?.find((consent) => consent.channel === channel.name) ?? null,
    open: open ? { interactionId: open.id, agent: holder ?? null } : null,
    refusal: obstacleTo(facts, agent, place) ?? null,
  };
}
