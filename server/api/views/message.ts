import { z } from 'zod';
import {
  attachmentSchema,
  idSchema,
  locationSchema,
  type Message,
  messageDirectionSchema,
  messageErrorSchema,
  messageKindSchema,
  messageStatusSchema,
  quotedSchema,
  senderSchema,
} from '#shared/domain/message.ts';
import { isoTime, isoTimeOrNull, isoTimeSchema } from './time.ts';

/** A message as REST shows it: these fields and no others (API-2). */
export const messageViewSchema = z.strictObject({
  id: idSchema,
  interactionId: idSchema,
  direction: messageDirectionSchema,
  kind: messageKindSchema,
  text: z.string(),
  providerId: z.string().nullable(),
  originTime: isoTimeSchema.nullable(),
  arrivalTime: isoTimeSchema,
  status: messageStatusSchema,
  error: messageErrorSchema.nullable(),
  sender: senderSchema,
  quoted: quotedSchema.nullable(),
  attachment: attachmentSchema.nullable(),
  location: locationSchema.nullable(),
  contacts: z.array(z.record(z.string(), z.unknown())).nullable(),
  interactive: z.record(z.string(), z.unknown()).nullable(),
  raw: z.unknown().optional().describe("The provider's own words; only for administrators"),
});
export type MessageView = z.infer<typeof messageViewSchema>;

/** `raw` is given for administrators only, and only when it is kept. */
export function viewMessage(message: Message, raw?: unknown): MessageView {
  const { id, interactionId, direction, kind, text, providerId, status, error, sender } = message;
  const { quoted, attachment, location, contacts, interactive } = message;
  return {
    id,
    interactionId,
    direction,
    kind,
    text,
    providerId,
    originTime: isoTimeOrNull(message.originTime),
    arrivalTime: isoTime(message.arrivalTime),
    status,
    error,
    sender,
    quoted,
    attachment,
    location,
    contacts,
    interactive,
    ...(raw === undefined ? {} : { raw }),
  };
}
