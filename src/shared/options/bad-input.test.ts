import { describe, expect, it } from 'vitest';
import { ok, type Result, refuse } from '../result.ts';
import { EffectiveOptions } from './effective-options.ts';
import { OPTION_LIMITS } from './entry.ts';
import { hostOptions } from './host-options.ts';
import { defineOption } from './metadata.ts';
import { layerOptionSet, readOptionSet } from './option-set.ts';
import { bytes } from './testing.ts';

const channels = defineOption({
  name: 'channels',
  type: {
    kind: 'json',
    shape: { type: 'object', properties: { names: { type: 'array', items: { type: 'string' } } } },
    mayBeEmpty: true,
  },
  default: '',
  takesEffect: 'restart',
  description: 'JSON.',
});
const defaults = EffectiveOptions.defaults([...hostOptions, channels]);

type Content = string | Uint8Array | Result<Uint8Array>;

/** What an administrator reads who has put these files into the folder of kaa, of the group front. */
function findings(files: Readonly<Record<string, Content | (() => Content)>>): readonly string[] {
  const set = readOptionSet(
    {
      read(name) {
        const file = files[name];
        const content = typeof file === 'function' ? file() : file;
        if (content === undefined) return refuse('not-found', `${name} is not there.`);
        if (typeof content === 'string') return ok(bytes(content));
        return content instanceof Uint8Array ? ok(content) : content;
      },
    },
    { agent: 'kaa', groups: ['front'] },
    [],
  );
  const { diagnostics } = layerOptionSet(defaults, set, [], () => false);
  return [...set.diagnostics, ...diagnostics].map(
    ({ file, line, column, severity, message }) => `${file}:${line}:${column} ${severity}: ${message}`,
  );
}

const inMain = (text: string) => ({ 'application.ini': `[interaction-workspace]\n${text}` });
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) => latin1([...text].map((character) => `${character}\0`).join(''));

/** Every way to get a file wrong that OPT-1 and OPT-4 name, with the one sentence that comes of it. */
const cases: readonly (readonly [string, Parameters<typeof findings>[0], string])[] = [
  [
    'an unknown option',
    inMain('gui.teme = Dark'),
    'application.ini:2:1 warning: gui.teme is no known option of [interaction-workspace] and is ignored; did you mean gui.theme?',
  ],
  [
    'a value of the wrong type',
    inMain('log.redact = perhaps'),
    'application.ini:2:14 error: log.redact cannot be "perhaps". Write true or false.',
  ],
  [
    'a word that is none of those allowed',
    inMain('gui.theme = Drak'),
    'application.ini:2:13 error: gui.theme cannot be "Drak": did you mean Dark? Write one of system, Default, Dark, HighContrast.',
  ],
  [
    'a number out of its range',
    inMain('gui.text-size = 250'),
    'application.ini:2:17 error: gui.text-size cannot be "250". Write a whole number from 80 to 200 percent.',
  ],
  [
    'JSON that is none, at the place inside',
    inMain('channels = {"names": ["a" "b"]}'),
    'application.ini:2:27 error: channels cannot be "{"names": ["a" "b"]}": a , or ] belongs here (character 16). Write JSON of the documented shape, or nothing.',
  ],
  [
    'JSON of another shape, in a continued line',
    inMain('channels = {"names": \\\n  ["a", 5]}'),
    'application.ini:3:9 error: channels cannot be "{"names": ["a", 5]}": names[1] must be text in double quotes (character 17). Write JSON of the documented shape, or nothing.',
  ],
  [
    'an include outside the folder',
    { 'application.ini': '[include]\ninclude = ../secret.ini' },
    'application.ini:2:11 error: "../secret.ini" is no file beside application.ini. Write only a file name, without any folder.',
  ],
  [
    'files that include each other',
    { 'application.ini': '[include]\ninclude = b.ini', 'b.ini': '[include]\ninclude = application.ini' },
    'b.ini:2:11 error: These files include each other in a circle: application.ini → b.ini → application.ini. Remove one include line.',
  ],
  [
    'a file that is too large',
    { 'tenant.ini': new Uint8Array(OPTION_LIMITS.fileBytes + 1).fill(0x0a) },
    'tenant.ini:1:1 error: tenant.ini is larger than 8 MiB. Split it with an [include] section.',
  ],
  [
    'a binary file',
    { 'agents/kaa.ini': latin1('MZ\x90\0\x03') },
    'agents/kaa.ini:1:3 error: agents/kaa.ini is not UTF-8: byte 0x90 at line 1 does not fit. Save the file as UTF-8.',
  ],
  [
    'a line in Latin-1',
    { 'application.ini': latin1('[interaction-workspace]\nlogin.default-place = B\xfcro') },
    'application.ini:2:24 error: application.ini is not UTF-8: byte 0xFC at line 2 does not fit. Save the file as UTF-8.',
  ],
  [
    'a file in UTF-16',
    { 'application.ini': latin1('\xff\xfe[\0') },
    'application.ini:1:1 error: application.ini is saved as UTF-16. Save it as UTF-8.',
  ],
  [
    'a part in UTF-16, as a shell may append it',
    { 'application.ini': Uint8Array.of(...bytes('[interaction-workspace]\n'), ...utf16('gui.theme = Dark\n')) },
    'application.ini:2:2 error: application.ini holds a NUL character at line 2, as binary files and parts in UTF-16 do. Save it as text in UTF-8.',
  ],
  [
    'a value after a final one',
    { ...inMain('gui.theme! = Dark'), 'agent-groups/front.ini': '[interaction-workspace]\ngui.theme = Default' },
    'agent-groups/front.ini:2:1 warning: gui.theme is final in application.ini at line 2, so this line changes nothing. Remove it.',
  ],
  [
    'a file that is gone when it is to be included',
    { 'application.ini': '[include]\ninclude = gone.ini' },
    'application.ini:2:11 error: gone.ini is not there. Put the file beside the others, or remove what asks for it.',
  ],
  [
    'a file without the right to read it',
    { 'tenant.ini': refuse('unreadable', 'the system says EACCES. Correct the rights of tenant.ini.', true) },
    'tenant.ini:1:1 error: tenant.ini cannot be read: the system says EACCES. Correct the rights of tenant.ini.',
  ],
];

describe('bad option files', () => {
  it.each(cases)('%s: one sentence that says where and what to do', (_, files, sentence) => {
    expect(findings(files)).toEqual([sentence]);
  });

  it('leave what is right in force', () => {
    const source = { read: () => ok(bytes('[interaction-workspace]\ngui.theme = Pink\ntoast.timeout = 9\n= x')) };
    const { options } = layerOptionSet(defaults, readOptionSet(source, { groups: [] }, []));
    expect(options.find('toast.timeout')?.current.value).toBe(9);
    expect(options.find('gui.theme')?.current.value).toBe('system');
  });

  it('may vanish at any moment of the reading', () => {
    for (let last = 0; last < 6; last += 1) {
      let reads = 0;
      const text = () => {
        reads += 1;
        return reads > last ? refuse('not-found', 'It is gone.') : '[include]\ninclude = b.ini';
      };
      const found = findings({ 'application.ini': text, 'tenant.ini': text, 'b.ini': text });
      expect(found.filter((one) => !/ b\.ini is not there|: These files include each other/.test(one))).toEqual([]);
    }
  });
});
