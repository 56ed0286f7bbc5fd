import type { Interaction } from '#shared/domain/interaction.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { sentMessage } from '#shared/rules/sent-message.ts';
import type { OutboundEntry } from '../../storage/tables/outbound.ts';
import { outboundData } from '../receive/attached-data.ts';
import type { Unit } from '../unit.ts';
import { acceptMessage, idConflict, isSameSend, judge } from './send.ts';
import { channelsFor, contactOf, newContact, obstacleTo, placeOf, type SessionPlace } from './session-place.ts';

type Params = MethodParams<'session.start'>;

/**
 * Begins a session with its first message (WA-9); answers the interaction's id. One that the agent has with the contact
 * already, in hand or in a workbin of theirs, is gone on with. Nothing is made before the gate has let the message pass.
 */
export async function startSession(unit: Unit, agent: string, params: Params): Promise<Result<string>> {
  const { id, content } = params;
  const known = await unit.tables.outbound.get(id);
  if (known) return startedBefore(known, agent, params);
  if (await unit.message(id)) return idConflict();
  if (content.kind === 'reaction')
    return refuse('reaction-target', 'A session cannot begin with a reaction. Write to them.');
  if (unit.agent(agent)?.status.state === 'logged-out') return loggedOut(agent);
  const found = await findPlace(unit, params);
  if (!found.ok) return found;
  const place = found.value;
  const obstacle = obstacleTo(unit, agent, place);
  if (obstacle) return { ok: false, error: obstacle };
  const judged = await judge(unit, agent, destinationOf(place), content);
  if (!judged.ok) return judged;
  const interactionId = place.open
    ? await takeUp(unit, agent, place.open)
    : await begin(unit, agent, place, params.target, sentMessage(content, judged.value.template ?? undefined).text);
  const sent = await acceptMessage(unit, agent, { id, interactionId, content });
  // What the gate let pass a moment ago passes now; else nothing of this may stay.
  if (!sent.ok) throw new Error(`a session was begun without its first message: ${sent.error.message}`);
  return ok(interactionId);
}

/** Nobody would have the session in hand. */
function loggedOut(agent: string) {
  return refuse('logged-out', `${agent} is not logged in on this server. Log in again, then begin the session.`, true);
}

function startedBefore(sent: OutboundEntry, agent: string, { channel, content }: Params): Result<string> {
  return isSameSend(sent, agent, content) && sent.channel === channel ? ok(sent.interactionId) : idConflict();
}

async function findPlace(unit: Unit, { target, channel: name }: Params): Promise<Result<SessionPlace>> {
  const channel = unit.config.channels.find((entry) => entry.name === name);
  if (!channel) return refuse('channel-unknown', `There is no channel ${name} on this server. Choose another one.`);
  await unit.flushed();
  const contact = await contactOf(unit, target);
  if (!contact.ok) return contact;
  const offered = await channelsFor(unit, contact.value);
  if (offered.some((entry) => entry.name === name)) return ok(await placeOf(unit, channel, contact.value));
  const message = `Sessions with this contact cannot be begun on ${channel.displayName}. Choose a channel that is offered.`;
  return refuse('forbidden', message);
}

function destinationOf({ open, channel, contact, window }: SessionPlace) {
  if (open) return { ...open, stage: 'assigned' } as const;
  return { channel: channel.name, contactId: contact?.id ?? '', attachedData: {}, stage: 'assigned', window } as const;
}

async function takeUp(unit: Unit, agent: string, open: Interaction): Promise<string> {
  if (open.agent === agent) return open.id;
  const reason = `taken out of workbin ${open.workbin?.name ?? ''} to write to the customer`;
  await unit.record(`interaction:${open.id}`, { kind: 'interaction.assigned', data: { agent, offerId: null, reason } });
  return open.id;
}

async function begin(
  unit: Unit,
  agent: string,
  place: SessionPlace,
  target: Params['target'],
  text: string,
): Promise<string> {
  const { channel, window } = place;
  const contact = place.contact ?? (await newContact(unit, target));
  const interactionId = unit.ids.next();
  const stream = `interaction:${interactionId}`;
  const previous = await unit.tables.interactions.latest(channel.name, contact.id, '');
  await unit.record(stream, {
    kind: 'interaction.created',
    data: {
      interactionId,
      mediaType: channel.mediaType,
      channel: channel.name,
      contactId: contact.id,
      direction: 'out',
      attachedData: outboundData(unit.config.serverName, channel, contact, { text, previous }),
      lastAgent: previous?.lastAgent ?? null,
    },
  });
  if (window) await unit.record(stream, { kind: 'window.opened', data: window });
  const data = { agent, offerId: null, reason: `begun by ${agent}` };
  await unit.record(stream, { kind: 'interaction.assigned', data });
  unit.log.info({ interaction: interactionId, contact: contact.id, agent, channel: channel.name }, 'session begun');
  return interactionId;
}
