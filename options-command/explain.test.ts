import { afterEach, describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { Folders } from './testing.ts';

const folders = new Folders();
afterEach(() => folders.remove());

const main = (text: string) => `[interaction-workspace]\n${text}\n`;
const files = {
  'application.ini': `[agent-kaa]\ngroups = front\n${main('toast.timeout = 10')}`,
  'agent-groups/front.ini': main('toast.timeout = 20'),
  'agent-groups/late.ini': main('toast.timeout! = 40'),
  'agents/kaa.ini': main('\ntoast.timeout = 50'),
};

const explained = (option: string | undefined, groups: readonly string[] = [], more = {}) =>
  explain({ name: 'explain', folder: folders.make({ ...files, ...more }), agent: 'kaa', option, groups });

describe('explain', () => {
  it('names layer, file, line, and what was overridden, the nearest first', () => {
    expect(explained('toast.timeout')).toEqual({
      lines: [
        'toast.timeout = 50',
        '    from agent kaa, agents/kaa.ini:3',
        '    over 20 from agent-group front, agent-groups/front.ini:2',
        '    over 10 from application, application.ini:4',
        '    over 30 from built-in default',
      ],
      complaints: [],
      code: 0,
    });
  });

  it('takes further groups, and tells what is final', () => {
    const { lines, complaints } = explained('toast.timeout', ['late']);
    expect(lines.slice(0, 2)).toEqual([
      'toast.timeout = 40 (final)',
      '    from agent-group late, agent-groups/late.ini:2',
    ]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('agents/kaa.ini:3:1: warning: toast.timeout is final');
  });

  it('shows all options without --option, with those of the plug-ins', () => {
    const { lines } = explained(undefined);
    expect(lines[0]).toBe('Options of agent kaa, groups: front');
    expect(lines).toContain('whatsappsession.pending-response-to-customer = 30,50');
    expect(lines).toContain(
      'contact.directory-search-attributes = Title,FirstName,LastName,PhoneNumber,EmailAddress,_msg_ProfileNickname (planned)',
    );
  });

  it('explains the member of a family', () => {
    const { lines } = explained('login.voice.is-auto-ready');
    expect(lines).toEqual(['login.voice.is-auto-ready = true', '    from built-in default']);
  });

  it('refuses an option nobody knows with the nearest name, and a set with errors with 1', () => {
    expect(explained('toast.timeot')).toMatchObject({
      code: 2,
      complaints: [expect.stringContaining('toast.timeout?')],
    });
    expect(explained('toast.timeout', [], { 'tenant.ini': main('gui.theme = Pink') }).code).toBe(1);
  });
});
