import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolderOf, optionFolderOf, rememberDataFolder, type Surroundings } from './folders.ts';

let home: string;
let surroundings: Surroundings;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'replydesk-home-'));
  surroundings = { platform: 'linux', environment: { HOME: home } };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the option folder', () => {
  it('is what is given, else the place of the system, else the sample in trial mode', () => {
    const at = (platform: NodeJS.Platform) =>
      optionFolderOf(undefined, { platform, environment: { ProgramData: 'C:\\ProgramData' } }, false);
    expect(optionFolderOf('here', surroundings, false)).toBe(resolve('here'));
    expect(at('linux')).toBe('/etc/replydesk');
    expect(at('darwin')).toBe('/Library/Application Support/Replydesk/config');
    expect(at('win32')).toContain('ProgramData');
    expect(optionFolderOf(undefined, surroundings, true)).toMatch(/[\\/]config$/);
  });
});

describe('the data folder', () => {
  it('is what is given', () => {
    expect(dataFolderOf('data', '/etc/a', surroundings)).toBe(resolve('data'));
  });

  it("is in the user's data otherwise, another one for each option folder", () => {
    const a = dataFolderOf(undefined, '/etc/a', surroundings);
    expect(a.startsWith(join(home, '.local', 'share', 'replydesk'))).toBe(true);
    expect(dataFolderOf(undefined, '/etc/a', surroundings)).toBe(a);
    expect(dataFolderOf(undefined, '/etc/b', surroundings)).not.toBe(a);
    expect(dataFolderOf(undefined, '/srv/a', surroundings)).not.toBe(a);
  });

  it('is the one a server with these options was started with, so that a token fits it', () => {
    rememberDataFolder('/var/lib/replydesk', '/etc/a', surroundings);
    expect(dataFolderOf(undefined, '/etc/a', surroundings)).toBe('/var/lib/replydesk');
    expect(dataFolderOf('other', '/etc/a', surroundings)).toBe(resolve('other'));
    expect(dataFolderOf(undefined, '/etc/b', surroundings)).not.toBe('/var/lib/replydesk');
  });

  it('does without the note where none can be written', () => {
    const nowhere: Surroundings = { platform: 'linux', environment: { XDG_DATA_HOME: '/dev/null' } };
    expect(() => rememberDataFolder('/data', '/etc/a', nowhere)).not.toThrow();
    expect(dataFolderOf(undefined, '/etc/a', nowhere)).toContain('/dev/null');
  });
});
