import { expect, it } from 'vitest';
import { faultRun } from './fault-run.ts';

/** Another seed is another shift: `FAULTS_SEED=7 vitest run tests/faults`; many of them: `npm run faults`. */
const seed = Number(process.env.FAULTS_SEED ?? '20260105');

it('delivers 200 messages exactly once or says it does not know, whatever is killed, cut or refused', async () => {
  console.log(`fault run with seed ${seed}`);
  const report = await faultRun({ seed, sends: 200, conversations: 5 });
  const { log, ...figures } = report;
  console.log(JSON.stringify(figures));
  expect(report.problems, log.slice(-200).join('\n')).toEqual([]);
  // A run in fair weather would prove nothing.
  expect(report.faults.desk).toBeGreaterThan(3);
  expect(report.faults.server).toBeGreaterThan(2);
  expect(report.faults.cut).toBeGreaterThan(3);
  expect(report.stored).toBeGreaterThan(150);
}, 180_000);
