import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../lib/paths.mjs';
import { sounds } from './sounds.ts';

const folder = join(projectRoot, 'assets', 'sounds');

describe('the sounds that come with the program', () => {
  it('are those of the script, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(sounds).sort());
  });

  it.each(Object.entries(sounds))('%s is as drawn, small, and heard', (name, draw) => {
    const file = readFileSync(join(folder, name));
    // Sines differ in the last bit between processors: a sample may be one off.
    const drawn = draw();
    expect(file.length).toBe(drawn.length);
    expect(file.subarray(0, 44).equals(drawn.subarray(0, 44))).toBe(true);
    expect(file.length).toBeLessThan(100_000);
    let loudest = 0;
    for (let at = 44; at < file.length; at += 2) {
      expect(Math.abs(file.readInt16LE(at) - drawn.readInt16LE(at))).toBeLessThanOrEqual(1);
      loudest = Math.max(loudest, Math.abs(file.readInt16LE(at)));
    }
    expect(loudest / 32_767).toBeGreaterThan(0.3);
    expect(loudest / 32_767).toBeLessThan(1);
  });
});
