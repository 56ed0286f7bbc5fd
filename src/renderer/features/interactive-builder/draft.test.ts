import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InteractiveContent } from '#shared/domain/outbound.ts';
import { interactiveBody } from '#shared/rules/structured-body.ts';
import { contentOf, type Draft, draftOf, emptyDraft, isEmpty, lacksFile, nextId, previewOf } from './draft.ts';
import {
  addButton,
  addRow,
  addSection,
  moveButton,
  moveRow,
  moveSection,
  removeButton,
  removeRow,
  removeSection,
  rowCount,
  titleButton,
  titleSection,
  writeRow,
} from './edits.ts';

const list: InteractiveContent = {
  type: 'list',
  header: { format: 'text', text: 'Help' },
  body: 'What is it about?',
  footer: 'Jungle support',
  button: 'Choose',
  sections: [
    {
      title: 'Orders',
      rows: [
        { id: 'row-1', title: 'Parcel', description: 'Where it is' },
        { id: 'row-2', title: 'Change' },
      ],
    },
    { title: 'Repairs', rows: [{ id: 'row-3', title: 'Book' }] },
  ],
};
const buttons: InteractiveContent = {
  type: 'buttons',
  header: { format: 'image', file: { from: 'library', responseId: 'r', name: 'map.jpg' } },
  body: 'When?',
  footer: null,
  buttons: [
    { id: 'button-1', title: 'Today' },
    { id: 'button-2', title: 'Tomorrow' },
  ],
};
const link: InteractiveContent = {
  type: 'url',
  header: null,
  body: 'See it',
  footer: null,
  title: 'Open',
  url: 'https://jungle.example',
};
const rowIds = ({ sections }: Draft) => sections.map(({ rows }) => rows.map(({ id }) => id).join(' '));

describe('a draft', () => {
  it.each([list, buttons, link])('of what is there already gives the same again', (content) => {
    expect(contentOf(draftOf(content))).toEqual(content);
    expect(isEmpty(draftOf(content))).toBe(false);
  });

  it('loses nothing on the way from one type to another and back', () => {
    const draft = draftOf(list);
    const changed = { ...draft, type: 'buttons' as const };
    expect(contentOf({ ...changed, type: 'list' })).toEqual(list);
    expect(contentOf(changed)).toMatchObject({ type: 'buttons', body: list.body, buttons: [{ title: '' }] });
  });

  it('leaves out what is empty, and says when a file is still to be chosen', () => {
    expect(contentOf({ ...emptyDraft, header: { format: 'text', text: ' ' }, footer: ' ' })).toMatchObject({
      header: null,
      footer: null,
    });
    const missing: Draft = { ...emptyDraft, header: { format: 'image', file: null } };
    expect(contentOf(missing).header).toBeNull();
    expect(lacksFile(missing)).toBe(true);
    expect(lacksFile(draftOf(buttons))).toBe(false);
    expect(lacksFile(draftOf(list))).toBe(false);
  });

  it('is looked at with dots for what is missing, and otherwise as it will leave', () => {
    expect(previewOf(emptyDraft)).toMatchObject({ body: '…', buttons: [{ title: '…' }], list: null });
    expect(previewOf({ ...emptyDraft, type: 'list' }).list).toMatchObject({ button: '…', sections: [{ title: '' }] });
    const missing: Draft = { ...emptyDraft, header: { format: 'video', file: null } };
    expect(previewOf(missing).header).toEqual({ format: 'video', file: null });
    for (const content of [list, buttons, link]) {
      expect(previewOf(draftOf(content))).toEqual(interactiveBody({ kind: 'interactive', interactive: content }));
    }
  });

  it('is empty until something is written, whichever type is looked at', () => {
    expect(isEmpty({ ...emptyDraft, type: 'list' })).toBe(true);
    expect(isEmpty({ ...emptyDraft, body: 'x' })).toBe(false);
  });
});

describe('edits', () => {
  it('add, name, move and remove buttons', () => {
    const three = titleButton(addButton(draftOf(buttons)), 'button-3', 'Never');
    expect(three.buttons.map(({ title }) => title)).toEqual(['Today', 'Tomorrow', 'Never']);
    expect(moveButton(three, 'button-3', 'up').buttons.map(({ id }) => id)).toEqual([
      'button-1',
      'button-3',
      'button-2',
    ]);
    expect(moveButton(three, 'button-3', 'down').buttons).toEqual(three.buttons);
    expect(moveButton(three, 'unknown', 'up').buttons).toEqual(three.buttons);
    expect(removeButton(three, 'button-1').buttons.map(({ id }) => id)).toEqual(['button-2', 'button-3']);
  });

  it('move rows over the ends of their section into the next', () => {
    const draft = draftOf(list);
    expect(rowIds(moveRow(draft, 'row-2', 'down'))).toEqual(['row-1', 'row-2 row-3']);
    expect(rowIds(moveRow(draft, 'row-3', 'up'))).toEqual(['row-1 row-2 row-3', '']);
    expect(rowIds(moveRow(draft, 'row-1', 'down'))).toEqual(['row-2 row-1', 'row-3']);
    expect(rowIds(moveRow(draft, 'row-1', 'up'))).toEqual(rowIds(draft));
    expect(rowIds(moveRow(draft, 'row-3', 'down'))).toEqual(rowIds(draft));
  });

  it('add, name, move and remove sections and rows', () => {
    const draft = titleSection(addSection(draftOf(list)), 2, 'Other');
    expect(draft.sections.map(({ title }) => title)).toEqual(['Orders', 'Repairs', 'Other']);
    expect(rowIds(draft)).toEqual(['row-1 row-2', 'row-3', 'row-4']);
    expect(rowIds(addRow(draft, 0))).toEqual(['row-1 row-2 row-5', 'row-3', 'row-4']);
    expect(moveSection(draft, 2, 'up').sections.map(({ title }) => title)).toEqual(['Orders', 'Other', 'Repairs']);
    expect(rowIds(removeSection(draft, 0))).toEqual(['row-3', 'row-4']);
    expect(rowIds(removeRow(draft, 'row-1'))).toEqual(['row-2', 'row-3', 'row-4']);
    const written = writeRow(draft, 'row-2', { description: 'Until noon' });
    expect(written.sections[0]?.rows[1]).toEqual({ id: 'row-2', title: 'Change', description: 'Until noon' });
  });

  it('never give two entries one id, and moving loses none', () => {
    const edit = fc.constantFrom<(draft: Draft, id: string, at: number) => Draft>(
      addButton,
      addSection,
      (draft, _, at) => addRow(draft, at),
      (draft, id) => removeRow(draft, id),
      (draft, id) => removeButton(draft, id.replace('row', 'button')),
      (draft, _, at) => removeSection(draft, at),
    );
    const move = fc.constantFrom<(draft: Draft, id: string, at: number) => Draft>(
      (draft, id) => moveRow(draft, id, 'up'),
      (draft, id) => moveRow(draft, id, 'down'),
      (draft, id) => moveButton(draft, id.replace('row', 'button'), 'down'),
      (draft, _, at) => moveSection(draft, at, 'up'),
    );
    const step = fc.record({ edit, move, id: fc.nat(8).map((n) => `row-${n}`), at: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const end = steps.reduce((draft, { edit, move, id, at }) => {
          const edited = edit(draft, id, at);
          const moved = move(edited, id, at);
          expect(rowCount(moved)).toBe(rowCount(edited));
          expect(moved.buttons).toHaveLength(edited.buttons.length);
          return moved;
        }, draftOf(list));
        const ids = end.sections.flatMap(({ rows }) => rows.map((row) => row.id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(end.buttons.map(({ id }) => id)).size).toBe(end.buttons.length);
        expect(new Set(end.sections.map(({ key }) => key)).size).toBe(end.sections.length);
      }),
    );
  });
});

describe('ids', () => {
  it('count on from the highest, and past ids made elsewhere', () => {
    expect(nextId('row', [])).toBe('row-1');
    expect(nextId('row', ['row-7', 'row-2', 'button-9', 'row-x', 'other'])).toBe('row-8');
  });
});
