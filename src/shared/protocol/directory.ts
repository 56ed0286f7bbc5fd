import { z } from 'zod';
import { nameSchema } from '../domain/message.ts';

export const channelInfoSchema = z.object({
  name: nameSchema,
  displayName: z.string(),
  mediaType: nameSchema,
  /** The business number as people write it. */
  displayNumber: z.string(),
});
export type ChannelInfo = z.infer<typeof channelInfoSchema>;

/** One line of a business attribute (OPT-6); `displayName` may hold `/` for a tree, which keys of option files cannot. */
export const attributeValueSchema = z.object({ value: z.string(), displayName: z.string() });

/** One line of a `[business-attribute-*]` section with what stands behind it (OPT-6). */
export const businessAttributeValueSchema = attributeValueSchema.extend({
  searchable: z.boolean(),
  sortable: z.boolean(),
  editable: z.boolean(),
});
export type BusinessAttributeValue = z.infer<typeof businessAttributeValueSchema>;

/** What every desk needs to know of the server's configuration; sent in `welcome` and when it changes. */
export const directorySchema = z.object({
  channels: z.array(channelInfoSchema),
  queues: z.array(z.object({ name: nameSchema, displayName: z.string() })),
  agents: z.array(z.object({ name: nameSchema, displayName: z.string() })),
  dispositions: z.array(attributeValueSchema),
  notReadyReasons: z.array(attributeValueSchema),
  /** All business attributes by name, each in the order of its section (OPT-6). */
  businessAttributes: z.record(z.string(), z.array(businessAttributeValueSchema)),
});
export type Directory = z.infer<typeof directorySchema>;
