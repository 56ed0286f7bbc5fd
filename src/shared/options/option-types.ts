import { z } from 'zod';

/** What a number counts; shown behind the number in the settings and in the reference. */
export const unitSchema = z.enum([
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'days',
  'bytes',
  'megabytes',
  'percent',
  'pixels',
]);

const range = { min: z.int().optional(), max: z.int().optional(), unit: unitSchema.optional() };
/** An empty value means "not set" and is read as null. */
const mayBeEmpty = { mayBeEmpty: z.boolean().optional() };
const words = z.array(z.string().min(1));

/** The part of JSON Schema that option values need; the keywords mean what they mean there. */
export type JsonShape =
  | {
      readonly type: 'string';
      readonly enum?: readonly string[];
      readonly minLength?: number;
      readonly maxLength?: number;
    }
  | { readonly type: 'integer' | 'number'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'array'; readonly items: JsonShape; readonly minItems?: number; readonly maxItems?: number }
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, JsonShape>>;
      readonly required?: readonly string[];
      /** False unless said otherwise: a misspelt property is an error, not silence. */
      readonly additionalProperties?: boolean;
    };

const count = z.int().min(0).exactOptional();

export const jsonShapeSchema: z.ZodType<JsonShape> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('string'),
      enum: z.array(z.string()).min(1).exactOptional(),
      minLength: count,
      maxLength: count,
    }),
    z.strictObject({
      type: z.enum(['integer', 'number']),
      minimum: z.number().exactOptional(),
      maximum: z.number().exactOptional(),
    }),
    z.strictObject({ type: z.literal('boolean') }),
    z.strictObject({ type: z.literal('array'), items: jsonShapeSchema, minItems: count, maxItems: count }),
    z.strictObject({
      type: z.literal('object'),
      properties: z.record(z.string(), jsonShapeSchema),
      required: z.array(z.string()).exactOptional(),
      additionalProperties: z.boolean().exactOptional(),
    }),
  ]),
);

/** The types of OPT-4. All of it is JSON, since plug-in manifests carry it. */
export const optionTypeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boolean') }),
  z.strictObject({ kind: z.literal('integer'), ...range, ...mayBeEmpty }),
  /** Several whole numbers with commas between, one for each name in `items`, such as `30,50` (warning,maximum). */
  z.strictObject({
    kind: z.literal('integer-list'),
    items: words.min(1),
    ...range,
    /** No number may be smaller than the one before it. */
    ascending: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('enum'), values: words.min(1), ...mayBeEmpty }),
  z.strictObject({
    kind: z.literal('text'),
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(1).optional(),
    /** Each of these must occur, such as `{{1}}`; not asked of an empty value. */
    mustContain: words.optional(),
  }),
  /** Values with commas between; `values` are the only ones allowed where given. */
  z.strictObject({ kind: z.literal('list'), values: words.optional() }),
  /** An address in which `{NAME}` stands for something; `required` and `optional` are those names, without braces. */
  z.strictObject({
    kind: z.literal('url-template'),
    required: words.optional(),
    optional: words.optional(),
    /** `https` and `http` unless said otherwise. */
    schemes: words.optional(),
    /** Words that may stand there instead of an address, such as `system`. */
    words: words.optional(),
    ...mayBeEmpty,
  }),
  /** `500ms`, `30s`, `15m`, `24h`, `14d`, or a bare number of `unit` (seconds unless said otherwise). */
  z.strictObject({
    kind: z.literal('duration'),
    min: z.int().min(0).optional(),
    max: z.int().min(0).optional(),
    unit: z.enum(['milliseconds', 'seconds', 'minutes', 'hours', 'days']).optional(),
    ...mayBeEmpty,
  }),
  z.strictObject({ kind: z.literal('json'), shape: jsonShapeSchema, ...mayBeEmpty }),
  z.strictObject({ kind: z.literal('colour'), ...mayBeEmpty }),
  /** `file|priority|duration|device`; the duration is −1 until answered, 0 once, else milliseconds. */
  z.strictObject({ kind: z.literal('sound'), ...mayBeEmpty }),
  /** `$Object.Field$`, `|` between alternatives, `( )` around groups. */
  z.strictObject({ kind: z.literal('format'), ...mayBeEmpty }),
  z.strictObject({ kind: z.literal('key-chord'), ...mayBeEmpty }),
  /** A language tag such as `de` or `pt-BR`; `words` may stand there instead, such as `system`. */
  z.strictObject({ kind: z.literal('language'), words: words.optional(), ...mayBeEmpty }),
  /** `env:NAME`, `file:PATH`, or the secret itself; never shown anywhere. */
  z.strictObject({ kind: z.literal('secret'), ...mayBeEmpty }),
]);

export type OptionUnit = z.infer<typeof unitSchema>;
export type OptionType = ReadonlyDeep<z.infer<typeof optionTypeSchema>>;
export type OptionKind = OptionType['kind'];
/** The members of one kind, as in `TypeOf<'integer'>`. */
export type TypeOf<K extends OptionKind> = Extract<OptionType, { kind: K }>;

type ReadonlyDeep<T> = T extends JsonShape ? T : T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;
