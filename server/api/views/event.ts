import { z } from 'zod';
import { assertNever } from '#shared/assert.ts';
import { anyEventSchema, type EventBody, type LogEvent } from '#shared/domain/events.ts';
import { viewAgent } from './agent.ts';
import { viewContact } from './contact.ts';
import { viewOffer, viewWindow } from './interaction.ts';
import { viewMessage } from './message.ts';
import { isoTime, isoTimeSchema } from './time.ts';

/** An event of the log as REST shows it: `data` by its kind, with times as text. */
export const eventViewSchema = z.object({ ...anyEventSchema.shape, at: isoTimeSchema });
export type EventView = z.infer<typeof eventViewSchema>;

export function viewEvent(event: LogEvent): EventView {
  const { cursor, stream, seq, at, kind } = event;
  return { cursor, stream, seq, at: isoTime(at), kind, data: viewData(event) };
}

function viewData(event: EventBody): unknown {
  switch (event.kind) {
    case 'interaction.offered':
      return viewOffer(event.data);
    case 'window.opened':
      return viewWindow(event.data);
    case 'window.closed':
      return { closesAt: isoTime(event.data.closesAt) };
    case 'message.received':
    case 'message.echoed':
    case 'message.accepted':
      return { message: viewMessage(event.data.message) };
    case 'message.status-changed': {
      const { providerTime, ...data } = event.data;
      return providerTime === undefined ? data : { ...data, providerTime: isoTime(providerTime) };
    }
    case 'message.edited':
    case 'message.revoked':
    case 'message.reaction-changed':
    case 'message.reaction-status-changed':
      return { ...event.data, at: isoTime(event.data.at) };
    case 'contact.changed':
      return { contact: viewContact(event.data.contact) };
    case 'agent.status-changed':
      return { status: viewAgent(event.data.status) };
    case 'interaction.created':
    case 'interaction.queued':
    case 'interaction.offer-ended':
    case 'interaction.assigned':
    case 'interaction.parked':
    case 'interaction.done':
    case 'interaction.data-changed':
    case 'channel.notice':
      return event.data;
    default:
      return assertNever(event);
  }
}
