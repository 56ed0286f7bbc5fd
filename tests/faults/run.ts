import { parseArgs } from 'node:util';
import { faultRun } from './fault-run.ts';
import { DeskStoreSubject } from './options/desk-store-subject.ts';
import { optionFaultRun } from './options/option-fault-run.ts';
import { windowRun } from './window/window-run.ts';

/**
 * `npm run faults -- --runs N --seed S`: many shifts in bad weather, one line of JSON each; 1 when one had a problem.
 * `npm run faults -- options --runs N --seed S`: as many mutated sets of option files.
 * `npm run faults -- window --runs N --seed S`: as many schedules around the closing of the 24 hours.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sends: { type: 'string', default: '200' },
    conversations: { type: 'string', default: '5' },
    'lying-provider': { type: 'boolean', default: false },
  },
});

const runs = Number(values.runs);
const firstSeed = Number(values.seed);
const [kind = 'shifts'] = positionals;
if (kind === 'options') process.exitCode = optionFaults();
else if (kind === 'window') process.exitCode = await windowSchedules();
else if (kind === 'shifts') process.exitCode = await shifts();
else {
  console.error(`There are no faults "${kind}"; there are: shifts, options, window.`);
  process.exitCode = 2;
}

function optionFaults(): number {
  const { problems, ...figures } = optionFaultRun({ seed: firstSeed, runs, subject: new DeskStoreSubject() });
  console.log(JSON.stringify({ ...figures, problems: problems.length }));
  for (const problem of problems.slice(0, 50)) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

async function windowSchedules(): Promise<number> {
  const onProgress = (done: number, bad: number) => {
    if (done % 500 === 0) console.error(`${done} schedules, ${bad} problems`);
  };
  const { problems, ...figures } = await windowRun({ seed: firstSeed, runs, onProgress });
  console.log(JSON.stringify({ ...figures, problems: problems.length }));
  for (const problem of problems.slice(0, 50)) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

async function shifts(): Promise<number> {
  let bad = 0;
  for (let n = 0; n < runs; n += 1) if (!(await isFine(firstSeed + n))) bad += 1;
  console.log(`${runs - bad} runs without a problem, ${bad} with`);
  return bad === 0 ? 0 : 1;
}

async function isFine(seed: number): Promise<boolean> {
  const report = await faultRun({
    seed,
    sends: Number(values.sends),
    conversations: Number(values.conversations),
    lyingProvider: values['lying-provider'],
  });
  const { log, ...figures } = report;
  console.log(JSON.stringify(figures));
  const fine = report.problems.length === 0;
  if (!fine) for (const line of log.slice(-400)) console.error(line);
  return fine;
}
