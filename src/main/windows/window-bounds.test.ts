import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoundsStore, displaysKey, fitInto } from './window-bounds.ts';

const area = { x: 0, y: 24, width: 1280, height: 776 };

describe('bounds of the main window', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replydesk-bounds-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('come back after a restart, for the same displays only', async () => {
    const bounds = { x: 10, y: 30, width: 1000, height: 700, maximized: false };
    await new BoundsStore(join(folder, 'bounds.json')).set('a', bounds);
    const again = new BoundsStore(join(folder, 'bounds.json'));
    expect(again.get('a')).toEqual(bounds);
    expect(again.get('b')).toBeUndefined();
    expect(await readdir(folder)).toEqual(['bounds.json']);
  });

  it('start afresh from a damaged file', async () => {
    await writeFile(join(folder, 'bounds.json'), '{"a":{"x":"left"');
    expect(new BoundsStore(join(folder, 'bounds.json')).get('a')).toBeUndefined();
  });

  it('are brought back onto the screen', () => {
    const far = { x: 5000, y: -400, width: 3000, height: 700, maximized: false };
    expect(fitInto(far, area)).toEqual({ x: 0, y: 24, width: 1280, height: 700, maximized: false });
  });

  it('know a set of displays in any order', () => {
    const left = { bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
    const right = { bounds: { x: 1920, y: 0, width: 1280, height: 1024 } };
    expect(displaysKey([left, right])).toBe(displaysKey([right, left]));
    expect(displaysKey([left])).not.toBe(displaysKey([left, right]));
  });
});
