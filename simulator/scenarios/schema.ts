import { z } from 'zod';
import { faultSchema } from '../http/faults.ts';

/** What a customer, or the world, does at one moment. Exactly one member says what. */
export const actionSchema = z.strictObject({
  /** Seconds to wait before it, after the action before. */
  after: z.number().min(0).default(0),
  /** Writes a text. */
  text: z.string().min(1).optional(),
  /** Sends an element of `messages[]`; media without a file get a sample one. */
  message: z.looseObject({}).optional(),
  /** Reads everything the business wrote. */
  read: z.literal(true).optional(),
  /** Reacts to the business's newest message; empty takes the reaction away. */
  react: z.string().optional(),
  /** Presses a button or a row by its id; `*` takes the first. */
  choose: z.string().min(1).optional(),
  /** Switches the phone off or on. */
  online: z.boolean().optional(),
  /** Something goes wrong in the Graph API. */
  fault: faultSchema.optional(),
});

const step = actionSchema.omit({ after: true }).extend({
  /** Seconds from the start of the scenario. */
  at: z.number().min(0),
  /** Name of a customer in `customers`; faults need none. */
  customer: z.string().optional(),
});

const reply = z.strictObject({
  /** Only for messages whose text matches this regular expression, upper or lower case. */
  when: z.string().refine(isPattern, 'not a regular expression').optional(),
  /** Only for messages of this kind, such as `interactive`, `template` or `image`. */
  kind: z.string().optional(),
  /** How often the rule is used; without it, once. */
  times: z.number().int().min(1).default(1),
  /** Seconds from the arrival of the business's message. */
  after: z.number().min(0),
  say: z.array(actionSchema).min(1),
});

const customer = z.strictObject({
  waId: z.string().regex(/^\d+$/).optional(),
  userId: z.string().optional(),
  username: z.string().optional(),
  profileName: z.string().min(1),
  /** Seconds from a message's arrival until it is read; without it, when the customer answers. */
  readAfter: z.number().min(0).optional(),
  /** The first rule that fits and is not used up answers a message. */
  replies: z.array(reply).default([]),
});

/** A scenario file: customers, what they do by the clock, and how they answer (SIM-1). */
export const scenarioSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/),
    description: z.string(),
    customers: z.record(z.string(), customer).default({}),
    steps: z.array(step).default([]),
  })
  .superRefine(({ customers, steps }, context) => {
    for (const [index, { customer: name, fault }] of steps.entries()) {
      if (fault || (name !== undefined && customers[name])) continue;
      context.addIssue({ code: 'custom', path: ['steps', index, 'customer'], message: `nobody is called ${name}` });
    }
  });

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioAction = z.infer<typeof actionSchema>;
export type ScenarioCustomer = Scenario['customers'][string];

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
}
