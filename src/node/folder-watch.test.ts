import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Disposable } from '#shared/disposable.ts';
import { watchFolder } from './folder-watch.ts';

let root: string;
let folder: string;
let told: number;
let watching: Disposable | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replydesk-watch-'));
  folder = join(root, 'config');
  mkdirSync(folder);
  told = 0;
});

afterEach(() => {
  watching?.dispose();
  rmSync(root, { recursive: true, force: true });
});

function start(pollMs = 100): void {
  const onSettled = () => {
    told += 1;
  };
  watching = watchFolder({ folder, subfolders: ['agents'], settleMs: 40, longestMs: 150, pollMs, onSettled });
}

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const toldOf = (count: number) => vi.waitFor(() => expect(told).toBe(count), { timeout: 3_000, interval: 10 });

describe('watchFolder', () => {
  it('tells of a change once it has settled, and of several at a time only once', async () => {
    start(60_000);
    for (let part = 0; part < 5; part += 1) {
      put('application.ini', 'x'.repeat(part + 1));
      await pause(5);
    }
    await toldOf(1);
    await pause(200);
    expect(told).toBe(1);
  });

  it('tells of files in the named subfolders, also when these are made later', async () => {
    start();
    mkdirSync(join(folder, 'agents'));
    await toldOf(1);
    put('agents/kaa.ini', 'x');
    await toldOf(2);
  });

  it('tells of a file that is replaced by another of the same size', async () => {
    put('application.ini', 'one');
    start(60_000);
    writeFileSync(join(folder, 'next.tmp'), 'two');
    renameSync(join(folder, 'next.tmp'), join(folder, 'application.ini'));
    await toldOf(1);
  });

  it('tells even while the writing never ends', async () => {
    start(60_000);
    const until = performance.now() + 700;
    for (let part = 0; performance.now() < until; part += 1) {
      put('application.ini', String(part));
      await pause(10);
    }
    expect(told).toBeGreaterThanOrEqual(2);
  });

  it('waits for a folder that vanishes, and sees what changes in it afterwards', async () => {
    start();
    rmSync(folder, { recursive: true });
    await toldOf(1);
    mkdirSync(folder);
    put('application.ini', 'back');
    await vi.waitFor(() => expect(told).toBeGreaterThanOrEqual(2), { timeout: 3_000 });
    await pause(300);
    const before = told;
    put('application.ini', 'and changed');
    await toldOf(before + 1);
  });

  it('begins with a folder that is not there yet', async () => {
    rmSync(folder, { recursive: true });
    start();
    mkdirSync(folder);
    await vi.waitFor(() => expect(told).toBeGreaterThanOrEqual(1), { timeout: 3_000 });
  });

  it('tells when a file can no longer be read', async () => {
    put('application.ini', 'x');
    start();
    chmodSync(join(folder, 'application.ini'), 0);
    await toldOf(1);
  });

  it('is silent when nothing changed, and after it was stopped', async () => {
    put('application.ini', 'x');
    start(20);
    await pause(200);
    expect(told).toBe(0);
    watching?.dispose();
    put('application.ini', 'y');
    await pause(200);
    expect(told).toBe(0);
  });
});
