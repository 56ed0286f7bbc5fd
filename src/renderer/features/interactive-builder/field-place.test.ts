import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft } from './draft.ts';
import { fieldName } from './field-place.ts';

type Translate = Parameters<typeof fieldName>[0];
const t = ((key: string, values: { number?: number } = {}) =>
  [key, values.number].join(' ').trim()) as unknown as Translate;

const list = draftOf({
  type: 'list',
  header: null,
  body: '',
  footer: null,
  button: '',
  sections: [
    {
      title: '',
      rows: [
        { id: 'a', title: '' },
        { id: 'b', title: '' },
      ],
    },
    { title: '', rows: [{ id: 'c', title: '' }] },
  ],
});

describe('the name of a field a finding is about', () => {
  it.each([
    ['interactive.body', 'interactive.body'],
    ['interactive.header', 'interactive.header'],
    ['interactive.button', 'interactive.list-button'],
    ['interactive.sections.1.title', 'interactive.section-title 2'],
    ['interactive.sections.1.rows.0.title', 'interactive.row 3'],
    ['interactive.sections.0.rows.1.description', 'interactive.row-description 2'],
    ['interactive.rows', 'interactive.list'],
  ])('%s', (field, name) => expect(fieldName(t, list, field)).toBe(name));

  it('of buttons and links', () => {
    expect(fieldName(t, emptyDraft, 'interactive.buttons.1.title')).toBe('interactive.button 2');
    expect(fieldName(t, emptyDraft, 'interactive.buttons')).toBe('interactive.type.buttons');
    expect(fieldName(t, { ...emptyDraft, type: 'url' }, 'interactive.title')).toBe('interactive.link-title');
    expect(fieldName(t, { ...emptyDraft, type: 'url' }, 'interactive.url')).toBe('interactive.url');
  });
});
