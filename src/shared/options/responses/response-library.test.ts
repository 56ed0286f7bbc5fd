import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../result.ts';
import { readOptionText } from '../reader.ts';
import { bytes } from '../testing.ts';
import { type ResponseLibrarySource, readResponseLibrary } from './response-library.ts';

const SIZES: Readonly<Record<string, number>> = { 'crate.png': 700, 'terms.pdf': 90, 'song.mp3': 5, 'page.html': 3 };

function read(ini: string, files: Readonly<Record<string, string>> = {}, more: Partial<ResponseLibrarySource> = {}) {
  const texts = Object.entries(files).map(([id, text]) => ({ id, content: ok(bytes(text)) }));
  const reading = readOptionText('application.ini', ini);
  return readResponseLibrary({ reading, texts, sizeOf: (name) => SIZES[name], attributes: [], ...more });
}

/** The one response of a section with these lines. */
function one(lines: string) {
  const { responses, diagnostics } = read(`[standard-response-a]\n${lines}`);
  return { response: responses[0], structure: responses[0]?.structure, diagnostics };
}

describe('a section', () => {
  it('is a response with all its keys', () => {
    const { responses, diagnostics } = read(
      `[standard-response-hello]\nname = Hello\ncategory = Support / Shipping/\nlanguage = en\nshortcut = hi
text = "Hello $Contact.FirstName$,\\nwelcome"\nfiles = crate.png, terms.pdf\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(responses).toEqual([
      {
        id: 'hello',
        name: 'Hello',
        category: 'Support/Shipping',
        language: 'en',
        shortcut: 'hi',
        text: 'Hello $Contact.FirstName$,\nwelcome',
        files: [
          { name: 'crate.png', mimeType: 'image/png', size: 700 },
          { name: 'terms.pdf', mimeType: 'application/pdf', size: 90 },
        ],
        structure: null,
        faults: [],
      },
    ]);
  });

  it('without a name goes by its id', () => {
    expect(one('text = x').response?.name).toBe('a');
  });
});

describe('a file of its own', () => {
  const file = '[standard-response]\nname = Hello\n\n[text]\n\n\nHello = [you],\r\n; it is I\n\n';

  it('has the text below [text] as it stands, without empty lines around it', () => {
    const { responses, diagnostics } = read('', { hello: file });
    expect(diagnostics).toEqual([]);
    expect(responses[0]).toMatchObject({ id: 'hello', name: 'Hello', text: 'Hello = [you],\n; it is I' });
  });

  it('is listed with its fault when it cannot be read, and hides no other', () => {
    const texts = [
      { id: 'bad', content: ok(new Uint8Array([0xff, 0xfe, 0x41, 0])) },
      { id: 'gone', content: refuse('unreadable', 'the system says EACCES.') },
      { id: 'good', content: ok(bytes(file)) },
    ];
    const { responses, diagnostics } = read('', {}, { texts });
    expect(responses.map(({ id, faults }) => [id, faults.length > 0])).toEqual([
      ['bad', true],
      ['gone', true],
      ['good', false],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['not-utf-8', 'unreadable-file']));
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('names line and column of an unknown field code in its text', () => {
    const { diagnostics } = read('', { hello: '[standard-response]\n[text]\nHello\ndear $Contact.FristName$' });
    expect(diagnostics).toEqual([
      expect.objectContaining({ file: 'responses/hello.ini', line: 4, column: 6, code: 'unknown-field-code' }),
    ]);
  });
});

describe('what is wrong', () => {
  it('names files that are not there, beside those that are', () => {
    const { responses } = read('', { hello: '[standard-response]\ntext = x\nfiles = crate.png, gone.png' });
    expect(responses[0]?.files.map(({ name }) => name)).toEqual(['crate.png']);
    expect(responses[0]?.missingFiles).toEqual(['gone.png']);
  });

  it.each([
    ['txet = x', 'unknown-option', 'Did you mean text?'],
    ['text = $Contact.FristName$', 'unknown-field-code', 'Did you mean $Contact.FirstName$?'],
    ['text = x\nfiles = gone.png', 'missing-file', 'gone.png is not in responses/files/'],
    ['text = x\nfiles = ../secret.pdf', 'bad-value', 'no plain file name'],
    ['text = x\nfiles = page.html', 'unknown-file-type', 'cannot be sent'],
    ['text = x\nshortcut = two words', 'bad-value', 'cannot be typed as a shortcut'],
    ['text = x\nlanguage = Klingon of Kronos', 'bad-value', 'language'],
    ['name = x', 'empty-response', 'says nothing'],
    ['template = parcel', 'missing-key', 'template-language as well'],
    ['template = parcel\ntemplate-language = en\nbutton.0 = x', 'bad-key', 'Count them from 1'],
    ['reply.yes = Yes', 'missing-text', 'without a text'],
    ['text = x\nreply.yes = Yes\nlist-button = Choose', 'several-structures', 'reply buttons and a list'],
    ['text = x\nlist-button = Choose', 'missing-key', 'row.ID = TITLE'],
    ['text = x\nrow.a = A', 'missing-key', 'list-button'],
    ['text = x\nlist-button = L\nrow.a = A\nrow.b.section = S', 'bad-key', 'belongs to no row'],
    ['text = x\nlink = www.example.com\nlink-title = T', 'missing-key', 'https://'],
    ['text = x\nfooter = f', 'stray-key', 'footer changes nothing here'],
    ['text = x\nreply.a = A\nheader = h\nheader-file = crate.png', 'several-headers', 'only the file'],
    ['text = x\nreply.a = A\nheader-file = song.mp3', 'bad-value', 'cannot be a header'],
    ['text = x\nreply.a = A\nheader-file = gone.png', 'missing-file', 'gone.png'],
  ])('%j is told, and the response is listed with it', (lines, code, words) => {
    const { response, diagnostics } = one(lines);
    expect(diagnostics.map((one) => one.code)).toContain(code);
    expect(response?.faults.join(' ')).toContain(words);
    expect(diagnostics.every(({ severity, line }) => severity === 'warning' && line > 0)).toBe(true);
  });

  it('may be a shortcut that another response of the language has', () => {
    const ini = ['de', 'en', 'DE'].map(
      (l, i) => `[standard-response-r${i}]\ntext = x\nlanguage = ${l}\nshortcut = Hi\n`,
    );
    const { responses, diagnostics } = read(ini.join(''));
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'repeated-shortcut', line: 12 })]);
    expect(responses.map(({ faults }) => faults.length)).toEqual([0, 0, 1]);
  });

  it('may be an id that is there already: the first one counts', () => {
    const { responses, diagnostics } = read('[standard-response-a]\ntext = first\n', {
      a: '[standard-response]\n[text]\nsecond',
    });
    expect(responses.map(({ text }) => text)).toEqual(['first']);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'repeated-response', file: 'responses/a.ini' })]);
  });

  it('knows the contact attributes that are declared', () => {
    const ini = '[standard-response-a]\ntext = $Contact.Company$';
    expect(read(ini).diagnostics).toHaveLength(1);
    expect(read(ini, {}, { attributes: ['Company'] }).diagnostics).toEqual([]);
  });
});

describe('a structure', () => {
  it('is a notification with the values of its parameters', () => {
    const lines =
      'template = parcel\ntemplate-language = en_US\nheader-file = crate.png\nheader.1 = H\nbody.1 = $Contact.FirstName$\nbody.order = 4711\nbutton.2 = code\n';
    expect(one(lines)).toMatchObject({
      diagnostics: [],
      structure: {
        type: 'notification',
        template: { name: 'parcel', language: 'en_US' },
        fill: {
          header: { 1: 'H' },
          body: { 1: '$Contact.FirstName$', order: '4711' },
          buttons: { 1: 'code' },
          file: { from: 'library', responseId: 'a', name: 'crate.png' },
        },
      },
    });
  });

  it('is reply buttons under a text', () => {
    const { structure, diagnostics } = one('text = Shall we?\nheader = H\nfooter = F\nreply.yes = Yes\nreply.no = No');
    expect(diagnostics).toEqual([]);
    expect(structure).toEqual({
      type: 'interactive',
      interactive: {
        type: 'buttons',
        header: { format: 'text', text: 'H' },
        body: 'Shall we?',
        footer: 'F',
        buttons: [
          { id: 'yes', title: 'Yes' },
          { id: 'no', title: 'No' },
        ],
      },
    });
  });

  it('is a list with its sections', () => {
    const lines =
      'text = When?\nlist-button = Choose\nrow.mo = Monday\nrow.mo.description = 8 to 12\nrow.mo.section = Week\nrow.sa = Saturday\nrow.tu = Tuesday\nrow.tu.section = Week';
    const { structure, diagnostics } = one(lines);
    expect(diagnostics).toEqual([]);
    expect(structure).toMatchObject({
      interactive: {
        type: 'list',
        button: 'Choose',
        sections: [
          {
            title: 'Week',
            rows: [
              { id: 'mo', title: 'Monday', description: '8 to 12' },
              { id: 'tu', title: 'Tuesday' },
            ],
          },
          { title: '', rows: [{ id: 'sa', title: 'Saturday' }] },
        ],
      },
    });
  });

  it('is a link, with a file above it', () => {
    const { structure, diagnostics } = one(
      'text = See\nlink = https://example.com/x\nlink-title = Open\nheader-file = terms.pdf',
    );
    expect(diagnostics).toEqual([]);
    expect(structure).toMatchObject({
      interactive: { type: 'url', title: 'Open', url: 'https://example.com/x', header: { format: 'document' } },
    });
  });
});
