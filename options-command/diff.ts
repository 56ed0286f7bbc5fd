import type { EffectiveOption, EffectiveOptions, SourcedValue } from '#shared/options/effective-options.ts';
import type { SecretReference } from '#shared/options/secrets.ts';
import type { Command } from './arguments.ts';
import { count, formatDiagnostic, inOrder, isError } from './diagnostics.ts';
import { type InForce, optionsInForce, shown, sourceOf, titleOf } from './in-force.ts';
import { cannot, type Outcome } from './outcome.ts';

/** `diff DIR1 DIR2 --agent NAME`: what would change for the agent, from what to what, and when. */
export function diff(command: Extract<Command, { name: 'diff' }>): Outcome {
  const before = optionsInForce(command.before, command);
  if (!before.ok) return cannot(before.error.message, 1);
  const after = optionsInForce(command.after, command);
  if (!after.ok) return cannot(after.error.message, 1);
  const changed = changes(before.value.options, after.value.options, () => true);
  const lines = [...changed, ...transactionChanges(before.value, after.value)];
  return {
    lines: lines.length === 0 ? [`Nothing would change for agent ${command.agent}.`] : lines,
    complaints: [...complaints(command.before, before.value), ...complaints(command.after, after.value)],
    code: 0,
  };
}

/** A folder with an error in it is not taken by any desk, so what stands here would not happen. */
function complaints(folder: string, { diagnostics }: InForce): readonly string[] {
  const errors = inOrder(diagnostics.filter(isError));
  if (errors.length === 0) return [];
  const sentence = `${folder} has ${count(errors.length, 'error')}; desks would keep what they have until it is corrected.`;
  return [...errors.map((error) => formatDiagnostic(folder, error)), sentence];
}

/** Of the options for which `counts` says yes of the old or the new value. */
export function changes(
  before: EffectiveOptions,
  after: EffectiveOptions,
  counts: (value: SourcedValue) => boolean,
): readonly string[] {
  const names = new Map([...before.all(), ...after.all()].map((option) => [titleOf(option), option]));
  return [...names.values()].flatMap(({ name, section }) => {
    const old = before.find(name, section);
    const now = after.find(name, section);
    if (!old || !now || sameValue(old.current, now.current)) return [];
    return counts(old.current) || counts(now.current) ? linesOf(old, now) : [];
  });
}

function linesOf(old: EffectiveOption, now: EffectiveOption): readonly string[] {
  const { takesEffect } = now.declaration;
  return [
    `${titleOf(now)}: ${shown(old.current)} → ${shown(now.current)}, takes effect ${WHEN[takesEffect]}`,
    `    from ${sourceOf(old.current)}`,
    `    to   ${sourceOf(now.current)}`,
  ];
}

const WHEN = {
  immediately: 'immediately',
  'next-interaction': 'with the next interaction',
  'next-attempt': 'with the next attempt',
  restart: 'after a restart',
} as const;

/** Interactions that ask for `transactions/<name>.ini`: only what such a file itself brings or no longer brings. */
function transactionChanges(before: InForce, after: InForce): readonly string[] {
  const names = new Set([...before.transactions.keys(), ...after.transactions.keys()]);
  return [...names].sort().flatMap((name) => {
    const old = before.transactions.get(name) ?? before.options;
    const now = after.transactions.get(name) ?? after.options;
    const lines = changes(old, now, ({ layer }) => layer === 'transaction');
    return lines.length === 0 ? [] : [`For interactions with ${name}:`, ...lines.map((line) => `  ${line}`)];
  });
}

/** Secrets by what they are and not by what is shown of them, which is the same for all that stand in files. */
function sameValue(a: SourcedValue, b: SourcedValue): boolean {
  return plain(a.value) === plain(b.value);
}

function plain(value: SourcedValue['value']): string {
  const literal = isLiteralSecret(value) ? value.reveal() : '';
  return `${JSON.stringify(value)}${literal}`;
}

function isLiteralSecret(value: unknown): value is Extract<SecretReference, { kind: 'literal' }> {
  return typeof value === 'object' && value !== null && 'reveal' in value && typeof value.reveal === 'function';
}
