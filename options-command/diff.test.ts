import { afterEach, describe, expect, it } from 'vitest';
import { EffectiveOptions } from '#shared/options/effective-options.ts';
import { layerOptions } from '#shared/options/layers.ts';
import { defineOption } from '#shared/options/metadata.ts';
import { readOptionText } from '#shared/options/reader.ts';
import { changes, diff } from './diff.ts';
import { Folders } from './testing.ts';

const folders = new Folders();
afterEach(() => folders.remove());

const main = (text: string) => `[interaction-workspace]\n${text}\n`;

const compared = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  diff({ name: 'diff', before: folders.make(before), after: folders.make(after), agent: 'kaa', groups: [] });

describe('diff', () => {
  it('names old and new value with their sources, and when the new one counts', () => {
    const { lines, code } = compared(
      { 'application.ini': main('toast.timeout = 10\ngui.theme = Dark\nlog.level = info') },
      { 'tenant.ini': main('toast.timeout = 20\ngui.theme = Dark') },
    );
    expect(lines).toEqual([
      'toast.timeout: 10 → 20, takes effect with the next interaction',
      '    from application, application.ini:2',
      '    to   tenant, tenant.ini:2',
    ]);
    expect(code).toBe(0);
  });

  it('says when nothing would change', () => {
    expect(compared({}, { 'application.ini': main('toast.timeout = 30') }).lines).toEqual([
      'Nothing would change for agent kaa.',
    ]);
  });

  it('shows what files for single interactions bring and no longer bring', () => {
    const { lines } = compared(
      { 'transactions/vip.ini': main('whatsappsession.prompt-for-done = true') },
      { 'transactions/vip.ini': main('whatsappsession.auto-answer = true') },
    );
    expect(lines.filter((line) => !line.includes('    '))).toEqual([
      'For interactions with vip:',
      '  whatsappsession.auto-answer: false → true, takes effect with the next interaction',
      '  whatsappsession.prompt-for-done: true → false, takes effect with the next interaction',
    ]);
  });

  it('says that a folder with errors would not be taken', () => {
    const { complaints } = compared({}, { 'application.ini': main('toast.timeout = x') });
    expect(complaints).toHaveLength(2);
    expect(complaints[1]).toContain('has 1 error; desks would keep what they have');
  });

  it('sees that a secret changes and never shows it', () => {
    const token = defineOption({
      name: 'token',
      type: { kind: 'secret', mayBeEmpty: true },
      default: '',
      takesEffect: 'restart',
      description: 'Secret.',
    });
    const inForce = (text: string) => {
      const { entries } = readOptionText('a.ini', main(`token = ${text}`));
      return layerOptions(EffectiveOptions.defaults([token]), [{ kind: 'application', name: '', entries }]).options;
    };
    const lines = changes(inForce('hunter2'), inForce('hunter3'), () => true);
    expect(lines[0]).toBe('token: (secret) → (secret), takes effect after a restart');
    expect(changes(inForce('hunter2'), inForce('hunter2'), () => true)).toEqual([]);
  });
});
