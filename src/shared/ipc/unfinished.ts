import { z } from 'zod';
import { responseFileSchema } from '../domain/standard-response.ts';
import { mediaFormatSchema, templateSchema } from '../domain/template.ts';

/** Characters of one value as JSON: some dozen times the longest message with a template. More is no message any more. */
const LARGEST = 500_000;

/**
 * Where something is being written: over an interaction, by its id, or before a session is begun. Those of sessions
 * hold numbers of customers, so they do not belong into logs.
 */
const placeSchema = z.string().min(1).max(600);

/** As far as it was typed: what will be an address need not be one yet. */
const fileSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('library'), responseId: z.string(), name: z.string() }),
  z.object({ from: z.literal('link'), url: z.string(), name: z.string() }),
]);

const fillSchema = z.object({
  header: z.record(z.string(), z.string()),
  file: fileSchema.nullable(),
  body: z.record(z.string(), z.string()),
  buttons: z.record(z.string(), z.string()),
});

/** A notification that is being written (UI-7). */
const notificationDraftSchema = z.object({
  /** As it was when it was chosen: shown on when the provider takes it away. */
  template: templateSchema,
  fill: fillSchema,
  /** It came with this file; changing it needs a privilege. */
  hasOwnFile: z.boolean(),
  /** Fields the agent has been in: only these say what is wrong. */
  touched: z.array(z.string()).readonly(),
  /** Send was pressed: all fields say what is wrong. */
  pressed: z.boolean(),
  /** What was filled into templates that were chosen before, by `name language`. */
  left: z.record(z.string(), fillSchema),
});
export type NotificationDraft = z.infer<typeof notificationDraftSchema>;

/** Reply buttons, a list and a link in the builder (UI-7), all three: which of them is sent is chosen at the end. */
const interactiveFormSchema = z.object({
  type: z.enum(['buttons', 'list', 'url']),
  /** Of a file that has not been chosen yet as well. */
  header: z
    .discriminatedUnion('format', [
      z.object({ format: z.literal('text'), text: z.string() }),
      z.object({ format: mediaFormatSchema, file: fileSchema.nullable() }),
    ])
    .nullable(),
  body: z.string(),
  footer: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
  listButton: z.string(),
  sections: z
    .array(
      z.object({
        /** Tells sections apart while they move. */
        key: z.string(),
        title: z.string(),
        rows: z.array(z.object({ id: z.string(), title: z.string(), description: z.string() })).readonly(),
      }),
    )
    .readonly(),
  linkTitle: z.string(),
  url: z.string(),
});
export type InteractiveForm = z.infer<typeof interactiveFormSchema>;

const interactiveDraftSchema = z.object({
  form: interactiveFormSchema,
  /** The file of the header it came with from the library: changing it needs a privilege. */
  ownFile: fileSchema.nullable(),
});
export type InteractiveDraft = z.infer<typeof interactiveDraftSchema>;

/** A file of a standard response that leaves behind the next text (UI-6). */
const attachedFileSchema = z.object({
  responseId: z.string(),
  name: z.string(),
  /** Null: the library does not have it, so it cannot be sent. */
  file: responseFileSchema.nullable(),
});
export type AttachedFile = z.infer<typeof attachedFileSchema>;

/**
 * What has been begun in one place beside the text of its composer, kept over restarts. It is what stands in the
 * editors, not what could be sent: whether it may leave, they say.
 */
export const unfinishedSchema = z
  .object({
    notification: notificationDraftSchema.nullable(),
    interactive: interactiveDraftSchema.nullable(),
    attached: z.array(attachedFileSchema).readonly(),
    /** What a session is to begin with (WA-9). */
    firstMessage: z.string(),
  })
  .refine((value) => JSON.stringify(value).length <= LARGEST, `is longer than ${LARGEST} characters`);
export type Unfinished = z.infer<typeof unfinishedSchema>;

/** All of it, by place. */
export const unfinishedViewSchema = z.record(placeSchema, unfinishedSchema);

/** One place; null: nothing is begun there (any more). */
export const unfinishedAtSchema = z.object({ place: placeSchema, unfinished: unfinishedSchema.nullable() });

/** What pages tell of it. */
export const unfinishedChannels = {
  'unfinished.set': { params: unfinishedAtSchema, result: z.object({}) },
} as const;
