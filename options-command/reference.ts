import { describeOptionType } from '#shared/options/describe-type.ts';
import { MAIN_SECTION, type OptionMetadata } from '#shared/options/metadata.ts';
import { type OptionOwner, owners } from './declarations.ts';
import type { Outcome } from './outcome.ts';

const INTRODUCTION = `# Options

This page is written by \`npx replydesk-options reference\`. Change the metadata instead of it.

All options stand in section \`[${MAIN_SECTION}]\` of the option files, unless something else is said. The files, the
later the stronger: \`application.ini\`, \`tenant.ini\`, \`agent-groups/<group>.ini\`, \`agents/<agent>.ini\`, what agents
set themselves, and \`transactions/<name>.ini\` for interactions that ask for it. \`key! = value\` keeps later files from
changing a value.

- \`npx replydesk-options check DIR\` says what is wrong with the files of a folder.
- \`npx replydesk-options explain DIR --agent NAME\` says which value is in force, and why.
- \`npx replydesk-options diff DIR1 DIR2 --agent NAME\` says what a new set of files would change.

A word in \`< >\` stands for any name. What is *planned* may stand in a file already; what it controls comes with a later
version.`;

/** `reference`: all options as Markdown, out of their metadata (OPT-4). */
export function reference(): Outcome {
  return { lines: [INTRODUCTION, ...owners.flatMap(ownerLines)], complaints: [], code: 0 };
}

function ownerLines({ displayName, options }: OptionOwner): readonly string[] {
  return ['', `## ${displayName}`, ...options.flatMap(optionLines)];
}

function optionLines(option: OptionMetadata): readonly string[] {
  const { name, section, description, since } = option;
  const facts = [
    `Values: ${describeOptionType(option.type)}.`,
    `Default: ${option.default === '' ? 'empty' : `\`${option.default}\``}.`,
    `Takes effect: ${option.takesEffect}.`,
    ...(section === MAIN_SECTION ? [] : [`Section: \`[${section}]\`.`]),
    ...(option.userSettable ? ['Agents may set it.'] : []),
    ...(option.overridable ? ['Can be changed for single interactions.'] : []),
    `Since ${since}.`,
  ];
  return ['', `### \`${name}\`${option.planned ? ' (planned)' : ''}`, '', description, '', facts.join(' ')];
}
