import type { EffectiveOptions } from '../../../src/shared/options/effective-options.ts';
import type { OptionDiagnostic } from '../../../src/shared/options/entry.ts';
import { parseOptionText } from '../../../src/shared/options/values.ts';
import { Chance } from '../random.ts';
import { type MutatedSet, mutateSet } from './mutations.ts';
import { type OptionFiles, sampleSet } from './sample-set.ts';
import { LayeredOptions, type OptionSubject } from './subject.ts';

export interface OptionFaultReport {
  readonly seed: number;
  readonly runs: number;
  readonly taken: number;
  readonly refused: number;
  /** Each with the seed that alone brings it again. */
  readonly problems: readonly string[];
}

interface Run {
  readonly seed: number;
  readonly runs: number;
  /** A new one for each problem would hide that an old one goes on being in force. */
  readonly subject?: OptionSubject;
}

/**
 * REL-1, option files: pushes mutated sets one after the other. Never a crash; a wrong set leaves the last good one in
 * force; what is in force is always right by its type and stands where it says it stands. Run `n` has seed `seed + n`.
 */
export function optionFaultRun({ seed, runs, subject = new LayeredOptions() }: Run): OptionFaultReport {
  const good = sampleSet();
  const problems: string[] = [];
  let taken = 0;
  const first = subject.push(good);
  if (!first.taken) problems.push(`the samples are not taken: ${JSON.stringify(first.diagnostics)}`);
  let inForce = { options: subject.options, files: good };
  const wanted = valuesOf(subject.options);
  for (let n = 0; n < runs; n += 1) {
    const set = mutateSet(good, new Chance(seed + n));
    const report = (problem: string) => problems.push(`seed ${seed + n}: ${problem} (${set.done.join(', ')})`);
    const push = tryPush(subject, set, report);
    if (!push) continue;
    if (push.taken) {
      taken += 1;
      inForce = { options: subject.options, files: set.files };
    } else if (subject.options !== inForce.options) report('a set that was refused changed what is in force');
    judgeExpectation(set, push.taken, valuesOf(subject.options) === wanted, report);
    push.diagnostics.forEach((diagnostic) => {
      judgeDiagnostic(diagnostic, set.files, report);
    });
    judgeOptions(subject.options, inForce.files, report);
  }
  if (!subject.push(good).taken || valuesOf(subject.options) !== wanted) {
    problems.push('the samples are not in force again after all that');
  }
  return { seed, runs, taken, refused: runs - taken, problems };
}

type Report = (problem: string) => void;

function tryPush(subject: OptionSubject, set: MutatedSet, report: Report) {
  try {
    return subject.push(set.files);
  } catch (error) {
    report(`it threw ${error instanceof Error ? error.stack : String(error)}`);
    return undefined;
  }
}

function judgeExpectation({ expected }: MutatedSet, taken: boolean, same: boolean, report: Report): void {
  if (expected === 'wrong' && taken) report('a set with a wrong value was taken');
  if (expected === 'same' && !(taken && same)) report('a set with no more than a note was not taken as before');
}

function judgeDiagnostic(
  { file, line, column, code, message }: OptionDiagnostic,
  files: OptionFiles,
  report: Report,
): void {
  const content = files.get(file);
  const isThere = content instanceof Uint8Array ? hasLine(content, line) : line === 1;
  if (!isThere || column < 1) report(`${code} points at ${file}:${line}:${column}, which is not there`);
  if (!/^[a-z][a-z0-9-]+$/.test(code) || !/[.?]$/.test(message)) report(`${code} has no sentence: ${message}`);
}

/** A value in force must be one its type allows, and its key must stand at the line it names. */
function judgeOptions(options: EffectiveOptions, files: OptionFiles, report: Report): void {
  const texts = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const content = files.get(file);
    const lines =
      texts.get(file) ?? (content instanceof Uint8Array ? Buffer.from(content).toString('utf8').split('\n') : []);
    texts.set(file, lines);
    return lines;
  };
  for (const { declaration, name, current } of options.all()) {
    const { layer, text, file, line } = current;
    if (layer === 'default') continue;
    if (!parseOptionText(declaration.type, text).ok) report(`${name} has the wrong value ${text}`);
    if (!linesOf(file)[line - 1]?.includes(name)) report(`${name} does not stand at ${file}:${line}`);
  }
}

/** Whether a file has as many lines; a large one is not looked through to its end. */
function hasLine(content: Uint8Array, line: number): boolean {
  let at = -1;
  for (let before = 1; before < line; before += 1) {
    at = content.indexOf(0x0a, at + 1);
    if (at < 0) return false;
  }
  return line >= 1;
}

function valuesOf(options: EffectiveOptions): string {
  return JSON.stringify(options.all().map(({ name, current }) => [name, current.value]));
}
