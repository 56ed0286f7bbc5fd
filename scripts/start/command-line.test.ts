import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('command line of npm start', () => {
  it('passes on everything that is not its own', () => {
    const args = ['--data', '/tmp/a', '--server=https://desk.example', '--lang', 'de', 'word'];
    expect(readCommandLine(args)).toEqual({
      tour: { asked: false, out: undefined, scenario: undefined },
      appArguments: args,
    });
  });

  it('takes out the tour and its options, in both ways of writing them', () => {
    expect(readCommandLine(['--tour', '--out', 'shots', '--data', '/tmp/a', '--scenario=night.json'])).toEqual({
      tour: { asked: true, out: 'shots', scenario: 'night.json' },
      appArguments: ['--data', '/tmp/a'],
    });
  });
});
