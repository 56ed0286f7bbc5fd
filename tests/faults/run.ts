import { parseArgs } from 'node:util';
import { faultRun } from './fault-run.ts';

/** `npm run faults -- --runs N --seed S`: many shifts in bad weather, one line of JSON each; 1 when one had a problem. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sends: { type: 'string', default: '200' },
    conversations: { type: 'string', default: '5' },
    'lying-provider': { type: 'boolean', default: false },
  },
});

let bad = 0;
for (let n = 0; n < Number(values.runs); n += 1) {
  const seed = Number(values.seed) + n;
  const report = await faultRun({
    seed,
    sends: Number(values.sends),
    conversations: Number(values.conversations),
    lyingProvider: values['lying-provider'],
  });
  const { log, ...figures } = report;
  console.log(JSON.stringify(figures));
  if (report.problems.length === 0) continue;
  bad += 1;
  for (const line of log.slice(-400)) console.error(line);
}
console.log(`${Number(values.runs) - bad} runs without a problem, ${bad} with`);
process.exitCode = bad === 0 ? 0 : 1;
