import { z } from 'zod';

/** Which page a step looks at. */
const pageSchema = z.enum(['main', 'toast', 'interaction']).default('main');

/** An element by what a person or a screen reader knows it by (UI-13). */
const targetSchema = z.strictObject({
  role: z.enum([
    'button',
    'textbox',
    'option',
    'listbox',
    'dialog',
    'status',
    'alert',
    'alertdialog',
    'log',
    'main',
    'article',
    'heading',
    'menuitem',
    'menuitemradio',
    'radio',
    'region',
    'row',
    'searchbox',
    'combobox',
    'tab',
    'search',
    'group',
    'img',
    'listitem',
  ]),
  name: z.string().optional(),
  /** Text that must stand in it. */
  text: z.string().optional(),
  page: pageSchema,
});
export type Target = z.infer<typeof targetSchema>;

const secondsSchema = z.number().positive().default(10);

/** One step of a scene; exactly one of the keys. */
export const stepSchema = z.union([
  z.strictObject({
    writes: z.strictObject({ customer: z.string(), text: z.string(), sentSecondsAgo: z.number().optional() }),
  }),
  z.strictObject({ reads: z.strictObject({ customer: z.string() }) }),
  /** The customer presses a reply button or chooses a row, by its id. */
  z.strictObject({ chooses: z.strictObject({ customer: z.string(), id: z.string() }) }),
  /** The phone shows exactly `times` messages of this text from the business. */
  z.strictObject({
    phone: z.strictObject({ customer: z.string(), text: z.string(), times: z.int(), within: secondsSchema }),
  }),
  z.strictObject({ click: targetSchema }),
  /** Replaces what stands in a field, or types where the focus is. */
  z.strictObject({
    type: z.strictObject({
      role: z.enum(['textbox', 'searchbox', 'combobox']).default('textbox'),
      into: z.string().optional(),
      text: z.string(),
      page: pageSchema,
    }),
  }),
  z.strictObject({ press: z.strictObject({ key: z.string(), page: pageSchema }) }),
  z.strictObject({ see: targetSchema.extend({ within: secondsSchema }) }),
  z.strictObject({ gone: targetSchema.extend({ within: secondsSchema }) }),
  /** The text box holds this. */
  z.strictObject({ holds: z.strictObject({ box: z.string(), text: z.string(), within: secondsSchema }) }),
  /** A message of the open transcript and where it stands. */
  z.strictObject({
    message: z.strictObject({
      text: z.string(),
      status: z.string().optional(),
      times: z.int().default(1),
      within: secondsSchema,
    }),
  }),
  z.strictObject({ clock: z.strictObject({ advanceSeconds: z.number().positive() }) }),
  z.strictObject({
    provider: z.strictObject({
      code: z.int().optional(),
      status: z.int().optional(),
      drop: z.boolean().optional(),
      times: z.int(),
    }),
  }),
  z.strictObject({ connection: z.enum(['cut', 'restore']) }),
  /** The agent stops for a moment. */
  z.strictObject({ pause: z.strictObject({ seconds: z.number().positive() }) }),
  /** Ends the program, by closing it or as a crash would, and starts it again. */
  z.strictObject({ restart: z.enum(['close', 'kill']) }),
  z.strictObject({ option: z.strictObject({ name: z.string(), value: z.string() }) }),
  /** An administrator replaces an option file of the desk while it runs (OPT-3). */
  z.strictObject({ push: z.strictObject({ file: z.string(), lines: z.array(z.string()) }) }),
  z.strictObject({ window: z.strictObject({ width: z.int(), height: z.int() }) }),
  z.strictObject({ picture: z.strictObject({ page: pageSchema, name: z.string() }) }),
]);
export type Step = z.infer<typeof stepSchema>;

const sceneSchema = z.strictObject({ title: z.string(), steps: z.array(stepSchema).min(1) });

/** Scenes of a file of their own, played on the same desk. */
export const scenesSchema = z.array(sceneSchema).min(1);
export type Scene = z.infer<typeof sceneSchema>;

/** A scripted shift (00-product): customers, the agent's hands, and what must be seen. */
export const scenarioSchema = z.strictObject({
  title: z.string(),
  agent: z.string(),
  /** Sample customers by name. */
  customers: z.record(z.string(), z.strictObject({ number: z.string().regex(/^\d+$/) })),
  /** `scenes`: a file beside this one. */
  scenes: z.array(z.union([sceneSchema, z.strictObject({ scenes: z.string() })])).min(1),
});
export type Scenario = Omit<z.infer<typeof scenarioSchema>, 'scenes'> & { readonly scenes: readonly Scene[] };
