import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormat } from '../options/format-string.ts';
import { renderFormat } from './display-format.ts';

type Known = Readonly<Record<string, string>>;

const render = (format: string, known: Known = {}): string =>
  renderFormat(format, (object, field) =>
    Object.hasOwn(known, `${object}.${field}`) ? known[`${object}.${field}`] : '',
  );

const WINDOW_TITLE =
  '($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$';
const akela = { 'Contact.FirstName': 'Akela', 'Contact.LastName': 'Raksha' };

describe('renderFormat', () => {
  it.each([
    [
      'all of a title',
      WINDOW_TITLE,
      { ...akela, 'Interaction.Type': 'WhatsApp', 'Window.Title': 'Replydesk' },
      'Akela Raksha - WhatsApp - Replydesk',
    ],
    [
      'the second alternative',
      WINDOW_TITLE,
      { 'Interaction.MainParty': '+1 614', 'Interaction.Type': 'WhatsApp' },
      '+1 614 - WhatsApp',
    ],
    [
      'a group without text',
      WINDOW_TITLE,
      { 'Interaction.Type': 'WhatsApp', 'Window.Title': 'Replydesk' },
      'WhatsApp - Replydesk',
    ],
    ['nothing in the middle', WINDOW_TITLE, { ...akela, 'Window.Title': 'Replydesk' }, 'Akela Raksha - Replydesk'],
    [
      'half a name',
      '$Contact.FirstName$ $Contact.LastName$ - $A.B$',
      { 'Contact.FirstName': 'Akela', 'A.B': 'x' },
      'Akela - x',
    ],
    ['a blank value', '$A.B$|$C.D$', { 'A.B': ' \n', 'C.D': 'x' }, 'x'],
    ['a first name alone', '$Contact.FirstName$ $Contact.LastName$', { 'Contact.LastName': 'Raksha' }, 'Raksha'],
    ['words of the format', 'Case $A.B$ of $C.D$', { 'C.D': 'Akela' }, 'Case of Akela'],
    ['only words', 'Replydesk', {}, 'Replydesk'],
    ['words around nothing', 'Case $A.B$|none', {}, 'none'],
    ['brackets around nothing', '$A.B$ [$C.D$]', { 'A.B': 'Akela' }, 'Akela'],
    ['brackets around something', '$A.B$ [$C.D$]', { 'C.D': '7' }, '[7]'],
    ['a value with separators', '$A.B$ - $C.D$', { 'A.B': 'Anne-Marie -' }, 'Anne-Marie -'],
    ['groups in groups', '(($A.B$|$C.D$), $E.F$|$G.H$)!', { 'C.D': 'c', 'E.F': 'e' }, 'c, e!'],
    ['line breaks in a value', '$A.B$', { 'A.B': 'one\n two' }, 'one two'],
    ['a field with a dot', '$Interaction.order.id$', { 'Interaction.order.id': '7' }, '7'],
    ['nothing at all', '', {}, ''],
  ])('%s', (_, format, known, text) => expect(render(format, known)).toBe(text));

  it.each(['$Contact.FirstName', '(', ')', '$x$', '('.repeat(9999), '$A.B$ ('])(
    'is empty for %j, which is none',
    (format) => {
      expect(render(format, { 'A.B': 'x' })).toBe('');
      expect(parseFormat(format).ok).toBe(false);
    },
  );

  const field = fc.constantFrom('$A.B$', '$C.D$', '$E.F$', '$Contact._msg_ProfileNickname$');
  const literal = fc.constantFrom(' - ', ' ', ', ', ' / ', ': ');
  const value = fc.constantFrom('', ' ', 'x', 'Akela Raksha', 'مريم', '🦊');
  const known = fc.record({ 'A.B': value, 'C.D': value, 'E.F': value, 'Contact._msg_ProfileNickname': value });

  it('never throws, and gives nothing for what the checker refuses', () => {
    const any = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('(', ')', '|', '$', '$A.B$', ' - ', 'x')).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(any, known, (format, values) => {
        const text = render(format, values);
        if (!parseFormat(format).ok) expect(text).toBe('');
        expect(text).toBe(text.trim());
      }),
    );
  });

  it('leaves no separator without words on both sides', () => {
    fc.assert(
      fc.property(field, fc.array(fc.tuple(literal, field), { maxLength: 6 }), known, (first, rest, values) => {
        const text = render(first + rest.flat().join(''), values);
        expect(text).not.toMatch(/^[-,/:]|[-,/:]$|[-,/:]\s*[-,/:]/u);
      }),
    );
  });

  it('is the format with its values where all are known', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, literal)), (parts) => {
        const format = parts.flat().join('');
        expect(renderFormat(format, (object, name) => `<${object}.${name}>`)).toBe(
          format.replace(/\$([^$]*)\$/g, '<$1>').trim(),
        );
      }),
    );
  });
});
