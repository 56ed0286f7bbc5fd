import type { EffectiveOption } from '#shared/options/effective-options.ts';
import { nearestName } from '#shared/options/nearest.ts';
import type { Command } from './arguments.ts';
import { defaults } from './declarations.ts';
import { formatDiagnostic, inOrder, isError } from './diagnostics.ts';
import { optionsInForce, shown, sourceOf, titleOf } from './in-force.ts';
import { cannot, type Outcome } from './outcome.ts';

/** `explain DIR --agent NAME`: the options in force and why. Findings go to standard error; 1 when one is an error. */
export function explain(command: Extract<Command, { name: 'explain' }>): Outcome {
  const { folder, option: wanted } = command;
  const found = optionsInForce(folder, command);
  if (!found.ok) return cannot(found.error.message, 1);
  const { options, groups, diagnostics } = found.value;
  const one = wanted === undefined ? undefined : options.find(wanted);
  if (wanted !== undefined && !one) return cannot(unknownOption(wanted));
  const lines = (one ? [one] : options.all()).flatMap(linesOf);
  const whom = `Options of agent ${command.agent}, groups: ${groups.join(', ') || 'none'}`;
  return {
    lines: one ? lines : [whom, '', ...lines],
    complaints: inOrder(diagnostics).map((diagnostic) => formatDiagnostic(folder, diagnostic)),
    code: diagnostics.some(isError) ? 1 : 0,
  };
}

function linesOf(option: EffectiveOption): readonly string[] {
  const { current, overrode, declaration } = option;
  const notes = [...(option.final ? ['final'] : []), ...(declaration.planned ? ['planned'] : [])];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return [
    `${titleOf(option)} = ${shown(current)}${note}`,
    `    from ${sourceOf(current)}`,
    ...overrode.toReversed().map((value) => `    over ${shown(value)} from ${sourceOf(value)}`),
  ];
}

function unknownOption(name: string): string {
  const near = nearestName(
    name,
    defaults.all().map((option) => option.name),
  );
  return `There is no option "${name}".${near === undefined ? '' : ` Did you mean ${near}?`}`;
}
