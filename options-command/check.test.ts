import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readOptionText } from '#shared/options/reader.ts';
import { check } from './check.ts';
import { Folders } from './testing.ts';

const folders = new Folders();
afterEach(() => folders.remove());

/** Lines without the folder's own path. */
function checked(files: Readonly<Record<string, string>>) {
  const folder = folders.make(files);
  const { lines, code } = check(folder);
  return { code, lines: lines.map((line) => line.replace(`${folder}/`, '')) };
}

const main = (text: string) => `[interaction-workspace]\n${text}\n`;

describe('check', () => {
  it('says that all is well, with what it has read', () => {
    const { lines, code } = checked({
      'application.ini': `[include]\ninclude = more.ini\n${main('toast.timeout = 20')}`,
      'more.ini': '[agent-kaa]\ngroups = front\ncapacity-rule = x\n[capacity-rule-x]\nvoice = 1\n',
      'tenant.ini': main('gui.theme = Dark'),
      'agent-groups/front.ini': main('log.level = debug'),
      'agents/kaa.ini': main('gui.text-size = 120'),
      'transactions/vip.ini': main('whatsappsession.prompt-for-done = true'),
    });
    expect({ lines, code }).toEqual({ lines: ['All is well: 6 files, 8 options.'], code: 0 });
  });

  it('finds what is wrong in every kind of file, in order, and ends with 1', () => {
    const { lines, code } = checked({
      'application.ini': main('toast.timeout = soon'),
      'tenant.ini': main('gui.teme = Dark'),
      'agent-groups/a b.ini': main('gui.text-size = 12'),
      'agents/kaa.ini': '[interaction-workspace',
      'transactions/vip.ini': main('gui.theme = Dark'),
    });
    expect(lines.map((line) => line.replace(/: (\w+): .* \[(.+)\]$/, ' $1 $2'))).toEqual([
      'agent-groups/a b.ini:2:17 error bad-value',
      'agents/kaa.ini:1:1 error unclosed-section',
      'application.ini:2:17 error bad-value',
      'tenant.ini:2:1 warning unknown-option',
      'transactions/vip.ini:2:1 warning not-overridable',
      '3 errors, 2 warnings: 5 files, 4 options.',
    ]);
    expect(lines[0]).toContain('Write a whole number from 80 to 200 percent.');
    expect(code).toBe(1);
  });

  it('reads standard responses, of which a wrong one is a warning: the others count all the same', () => {
    const { lines, code } = checked({
      'application.ini': '[standard-response-bye]\ntext = Bye\nshortcut = hi\n',
      'responses/hello.ini': '[standard-response]\nshortcut = hi\nnaem = Hello\n[text]\nHello\n$Contact.FristName$',
      'responses/files/x.txt': 'no response',
    });
    expect(lines.map((line) => line.replace(/: (\w+): .* \[(.+)\]$/, ' $1 $2'))).toEqual([
      'responses/hello.ini:2:1 warning repeated-shortcut',
      'responses/hello.ini:3:1 warning unknown-option',
      'responses/hello.ini:6:1 warning unknown-field-code',
      'All is well but for 3 warnings: 2 files, 2 options, 2 standard responses.',
    ]);
    expect(lines[1]).toContain('Did you mean name?');
    expect(code).toBe(0);
  });

  it('knows the sections of the server, and says where they are not read', () => {
    const { lines, code } = checked({
      'application.ini': '[server]\nport = high\n[serve]\n',
      'tenant.ini': '[server]\nport = 1\nhost = x\n',
    });
    expect(lines[0]).toContain('application.ini:2:8: fatal: port of [server]');
    expect(lines[1]).toContain('[serve] is no known section');
    expect(lines[2]).toContain('tenant.ini:1:1: warning: [server] means nothing here');
    expect(lines[3]).toBe('1 error, 2 warnings: 2 files, 3 options.');
    expect(code).toBe(1);
  });

  it("finds an attempt to change what an agent's group has made final, once", () => {
    const { lines } = checked({
      'application.ini': '[agent-kaa]\ngroups = front\n[agent-baloo]\ngroups = front\n',
      'agent-groups/front.ini': main('gui.theme! = Dark\nlog.level = loud'),
      'agents/kaa.ini': main('gui.theme = Default'),
      'agents/baloo.ini': main('log.level = info'),
    });
    const ofFiles = lines.filter((line) => line.startsWith('agent'));
    expect(ofFiles).toHaveLength(2);
    expect(ofFiles[0]).toContain('front.ini:3:13: error: log.level cannot be "loud"');
    expect(ofFiles[1]).toContain('agents/kaa.ini:2:1: warning: gui.theme is final in agent-groups/front.ini at line 2');
  });

  it('takes what only trial may have, with a warning', () => {
    const { lines, code } = checked({
      'application.ini':
        '[agent-kaa]\nfirst-name = Kaa\npassword = x\ncapacity-rule = x\n[capacity-rule-x]\nvoice = 1\n',
    });
    expect([lines.at(-1), code]).toEqual(['All is well but for 1 warning: 1 file, 4 options.', 0]);
  });

  it('says so when there is no folder', () => {
    const { complaints, code } = check(join(folders.make({}), 'gone'));
    expect(complaints[0]).toContain('cannot be read: the system says ENOENT');
    expect(code).toBe(1);
  });

  it.skipIf(process.getuid?.() === 0)('says so when a folder inside may not be looked into', () => {
    const folder = folders.make({ 'agents/kaa.ini': '' });
    chmodSync(join(folder, 'agents'), 0);
    const { lines, code } = check(folder);
    chmodSync(join(folder, 'agents'), 0o700);
    expect(lines[0]).toContain(
      'agents cannot be read: the system says EACCES. Correct its rights. [unreadable-folder]',
    );
    expect(code).toBe(1);
  });

  it('finds the samples well, a sample of every kind of file, each option with a comment above', () => {
    const samples = join(import.meta.dirname, '..', 'config');
    const { lines, code } = check(samples);
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatch(/^All is well/);
    expect(lines.slice(0, -1).filter((line) => !line.endsWith('[plain-password]'))).toEqual([]);
    const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ini'));
    const responses = files.filter((file) => dirname(file) === 'responses');
    expect(responses.length).toBeGreaterThan(4);
    const others = files.filter((file) => !responses.includes(file));
    expect(others.map(dirname).sort()).toEqual(['.', '.', 'agent-groups', 'agents', 'transactions']);
    for (const file of files) {
      const text = readFileSync(join(samples, file), 'utf8').split('\n');
      const { entries } = readOptionText(file, text.join('\n'));
      expect(entries.filter(({ line }) => !text[line - 2]?.startsWith('; '))).toEqual([]);
    }
  });
});
