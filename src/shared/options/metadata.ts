import { z } from 'zod';
import { type OptionType, optionTypeSchema } from './option-types.ts';
import { parseOptionText } from './values.ts';

/** The section options stand in unless their metadata says otherwise. */
export const MAIN_SECTION = 'interaction-workspace';

/** A key as OPT-1 allows, where `<word>` stands for any text: `keyboard.<command-id>` declares a family of options. */
const NAME = /^(?:[A-Za-z0-9.\-_*$]|<[a-z][a-z-]*>)+$/;

const fields = {
  name: z.string().max(200).regex(NAME, 'letters, digits, . - _ * $ and <placeholders> only'),
  section: z.string().min(1).default(MAIN_SECTION),
  type: optionTypeSchema,
  /** As it would stand in a file. */
  default: z.string(),
  takesEffect: z.enum(['immediately', 'next-interaction', 'next-attempt', 'restart']),
  /** The agent may change it in the settings. */
  userSettable: z.boolean().default(false),
  /** `transactions/<name>.ini` may change it for an interaction. */
  overridable: z.boolean().default(false),
  /** One or two sentences of Markdown for administrators. */
  description: z.string().min(1),
  /** The version of its owner that brought it. */
  since: z.string().min(1),
  /** Declared so that files may name it already; what it controls comes with a later version. */
  planned: z.boolean().default(false),
};

/** The declaration of one option (OPT-4), by the host or in a plug-in's manifest. An unknown key is an error (PLG-1). */
export const optionMetadataSchema = z.strictObject(fields).superRefine((option, context) => {
  const parsed = parseOptionText(option.type, option.default);
  if (!parsed.ok) {
    context.addIssue({ code: 'custom', path: ['default'], message: `does not fit the type: ${parsed.error.message}` });
  }
});

export type TakesEffect = z.infer<typeof optionMetadataSchema>['takesEffect'];

/** One declared option. `T` keeps its type where it is declared in code, so that reading it gives a typed value. */
export interface OptionMetadata<N extends string = string, T extends OptionType = OptionType> {
  readonly name: N;
  readonly section: string;
  readonly type: T;
  readonly default: string;
  readonly takesEffect: TakesEffect;
  readonly userSettable: boolean;
  readonly overridable: boolean;
  readonly description: string;
  readonly since: string;
  readonly planned: boolean;
}

/** What a declaration in code must say; the rest has the defaults of the schema. */
export type OptionDeclaration<N extends string, T extends OptionType> = Pick<
  OptionMetadata<N, T>,
  'name' | 'type' | 'default' | 'takesEffect' | 'description'
> &
  Partial<OptionMetadata<N, T>>;

/** Declares an option in code, keeping its name and type for the compiler. */
export function defineOption<const N extends string, const T extends OptionType>(
  declaration: OptionDeclaration<N, T>,
): OptionMetadata<N, T> {
  return {
    section: MAIN_SECTION,
    userSettable: false,
    overridable: false,
    since: '0.1.0',
    planned: false,
    ...declaration,
  };
}
