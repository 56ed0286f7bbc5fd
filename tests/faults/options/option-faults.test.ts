import { expect, it } from 'vitest';
import { DeskStoreSubject } from './desk-store-subject.ts';
import { optionFaultRun } from './option-fault-run.ts';
import { LayeredOptions, type OptionSubject } from './subject.ts';

/** Another seed is other mutations: `FAULTS_SEED=7`; many: `npm run faults -- options --runs 10000 --seed S`. */
const seed = Number(process.env.FAULTS_SEED ?? '20260105');

it.each([
  ['the rule alone', () => new LayeredOptions()],
  ['the desk’s store', () => new DeskStoreSubject()],
])('%s keeps the last good option files in force, whatever becomes of the files', (_who, make) => {
  console.log(`option faults with seed ${seed}`);
  const { problems, taken, refused } = optionFaultRun({ seed, runs: 400, subject: make() });
  expect(problems).toEqual([]);
  // All taken or all refused would prove nothing.
  expect(taken).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(40);
});

it('finds a store that takes wrong sets, and one that throws', () => {
  const store = new LayeredOptions();
  const careless: OptionSubject = {
    options: store.options,
    push: (files) => ({ ...store.push(files), taken: true }),
  };
  expect(optionFaultRun({ seed, runs: 50, subject: careless }).problems.join('\n')).toContain('wrong value was taken');
  let pushes = 0;
  const fragile: OptionSubject = {
    options: store.options,
    push: () => {
      pushes += 1;
      if (pushes === 2) throw new Error('out of luck');
      return { taken: true, diagnostics: [] };
    },
  };
  expect(optionFaultRun({ seed, runs: 1, subject: fragile }).problems.join('\n')).toContain(
    'it threw Error: out of luck',
  );
});
