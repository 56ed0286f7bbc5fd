import { type Draft, type DraftButton, type DraftRow, type DraftSection, nextId } from './draft.ts';

export type Direction = 'up' | 'down';

const step = (direction: Direction): -1 | 1 => (direction === 'up' ? -1 : 1);

/** The list with the entry at `from` at `to` instead; the same when either is outside. */
function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}

const without = <T>(list: readonly T[], index: number): readonly T[] => list.toSpliced(index, 1);

function withButtons(draft: Draft, buttons: readonly DraftButton[]): Draft {
  return { ...draft, buttons };
}

export function addButton(draft: Draft): Draft {
  const id = nextId(
    'button',
    draft.buttons.map((button) => button.id),
  );
  return withButtons(draft, [...draft.buttons, { id, title: '' }]);
}

export function titleButton(draft: Draft, id: string, title: string): Draft {
  return withButtons(
    draft,
    draft.buttons.map((button) => (button.id === id ? { ...button, title } : button)),
  );
}

export function removeButton(draft: Draft, id: string): Draft {
  return withButtons(
    draft,
    draft.buttons.filter((button) => button.id !== id),
  );
}

export function moveButton(draft: Draft, id: string, direction: Direction): Draft {
  const at = draft.buttons.findIndex((button) => button.id === id);
  return withButtons(draft, moved(draft.buttons, at, at + step(direction)));
}

function withSections(draft: Draft, sections: readonly DraftSection[]): Draft {
  return { ...draft, sections };
}

function changeSection(draft: Draft, at: number, change: (section: DraftSection) => DraftSection): Draft {
  return withSections(
    draft,
    draft.sections.map((section, index) => (index === at ? change(section) : section)),
  );
}

function newRow({ sections }: Draft): DraftRow {
  const ids = sections.flatMap(({ rows }) => rows.map((row) => row.id));
  return { id: nextId('row', ids), title: '', description: '' };
}

/** A section with one row to write in. */
export function addSection(draft: Draft): Draft {
  const key = nextId(
    'section',
    draft.sections.map((section) => section.key),
  );
  return withSections(draft, [...draft.sections, { key, title: '', rows: [newRow(draft)] }]);
}

export function titleSection(draft: Draft, at: number, title: string): Draft {
  return changeSection(draft, at, (section) => ({ ...section, title }));
}

export function removeSection(draft: Draft, at: number): Draft {
  return withSections(draft, without(draft.sections, at));
}

export function moveSection(draft: Draft, at: number, direction: Direction): Draft {
  return withSections(draft, moved(draft.sections, at, at + step(direction)));
}

export function addRow(draft: Draft, at: number): Draft {
  return changeSection(draft, at, (section) => ({ ...section, rows: [...section.rows, newRow(draft)] }));
}

export function writeRow(draft: Draft, id: string, change: Partial<Omit<DraftRow, 'id'>>): Draft {
  return withSections(
    draft,
    draft.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => (row.id === id ? { ...row, ...change } : row)),
    })),
  );
}

export function removeRow(draft: Draft, id: string): Draft {
  return withSections(
    draft,
    draft.sections.map((section) => ({ ...section, rows: section.rows.filter((row) => row.id !== id) })),
  );
}

/** Within its section, and over its ends into the next one. */
export function moveRow(draft: Draft, id: string, direction: Direction): Draft {
  const at = draft.sections.findIndex(({ rows }) => rows.some((row) => row.id === id));
  const section = draft.sections[at];
  const from = section?.rows.findIndex((row) => row.id === id) ?? -1;
  const row = section?.rows[from];
  if (!section || !row) return draft;
  const to = from + step(direction);
  if (to >= 0 && to < section.rows.length) {
    return changeSection(draft, at, (same) => ({ ...same, rows: moved(same.rows, from, to) }));
  }
  const beside = at + step(direction);
  if (!draft.sections[beside]) return draft;
  const taken = changeSection(draft, at, (same) => ({ ...same, rows: without(same.rows, from) }));
  return changeSection(taken, beside, ({ rows, ...other }) => ({
    ...other,
    rows: direction === 'up' ? [...rows, row] : [row, ...rows],
  }));
}

export function rowCount({ sections }: Draft): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}
