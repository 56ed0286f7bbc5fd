import type { InteractiveContent } from '#shared/domain/outbound.ts';
import type { StructuredBody } from '#shared/domain/structured-body.ts';
import type { InteractiveForm } from '#shared/ipc/unfinished.ts';
import { interactiveBody } from '#shared/rules/structured-body.ts';

export type InteractiveType = InteractiveContent['type'];

/** Reply buttons, a list and a link as they are being written: going from one to another loses nothing. */
export type Draft = InteractiveForm;
/** A section as it is being written; `key` tells sections apart while they move. */
export type DraftSection = Draft['sections'][number];
export type DraftRow = DraftSection['rows'][number];
export type DraftButton = Draft['buttons'][number];

export const emptyDraft: Draft = {
  type: 'buttons',
  header: null,
  body: '',
  footer: '',
  buttons: [{ id: 'button-1', title: '' }],
  listButton: '',
  sections: [{ key: 'section-1', title: '', rows: [{ id: 'row-1', title: '', description: '' }] }],
  linkTitle: '',
  url: '',
};

/** The next id with this beginning that none of these has. Ids come back with the customer's choice and never change. */
export function nextId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => (id.startsWith(`${prefix}-`) ? Number(id.slice(prefix.length + 1)) : 0));
  return `${prefix}-${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}

/** A message that is there already, to be changed. */
export function draftOf(content: InteractiveContent): Draft {
  const { type, header, body, footer } = content;
  const draft: Draft = { ...emptyDraft, type, header, body, footer: footer ?? '' };
  switch (content.type) {
    case 'buttons':
      return { ...draft, buttons: content.buttons };
    case 'list':
      return { ...draft, listButton: content.button, sections: sectionsOf(content.sections) };
    case 'url':
      return { ...draft, linkTitle: content.title, url: content.url };
  }
}

function sectionsOf(sections: Extract<InteractiveContent, { type: 'list' }>['sections']): readonly DraftSection[] {
  return sections.map(({ title, rows }, index) => ({
    key: `section-${index + 1}`,
    title,
    rows: rows.map((row) => ({ ...row, description: row.description ?? '' })),
  }));
}

/** Whether the header is to be a file and none has been chosen. */
export function lacksFile({ header }: Draft): boolean {
  return header !== null && header.format !== 'text' && header.file === null;
}

/** The message as it would leave; whether it may, `lacksFile` and the send gate say. */
export function contentOf(draft: Draft): InteractiveContent {
  const shared = {
    header: headerOf(draft),
    body: draft.body,
    footer: draft.footer.trim() === '' ? null : draft.footer,
  };
  switch (draft.type) {
    case 'buttons':
      return { type: 'buttons', ...shared, buttons: [...draft.buttons] };
    case 'list':
      return { type: 'list', ...shared, button: draft.listButton, sections: draft.sections.map(sectionOf) };
    case 'url':
      return { type: 'url', ...shared, title: draft.linkTitle, url: draft.url.trim() };
  }
}

/** A header's text that is empty is none. */
function headerOf({ header }: Draft): InteractiveContent['header'] {
  if (header?.format === 'text') return header.text.trim() === '' ? null : header;
  return header?.file ? { ...header, file: header.file } : null;
}

function sectionOf({ title, rows }: DraftSection) {
  return {
    title,
    rows: rows.map(({ description, ...row }) => (description.trim() === '' ? row : { ...row, description })),
  };
}

const dotted = (text: string): string => (text.trim() === '' ? '…' : text);

/** What the customer will see; dots stand for what has still to be written. */
export function previewOf(draft: Draft): StructuredBody {
  const body = interactiveBody({ kind: 'interactive', interactive: contentOf(draft) });
  const { list } = body;
  return {
    ...body,
    header: lacksFile(draft) ? draft.header : body.header,
    body: dotted(body.body),
    buttons: body.buttons.map((button) => ({ ...button, title: dotted(button.title) })),
    list: list && {
      button: dotted(list.button),
      sections: list.sections.map(({ title, rows }) => ({
        title,
        rows: rows.map((row) => ({ ...row, title: dotted(row.title) })),
      })),
    },
  };
}

/** Whether nothing has been written yet. */
export function isEmpty(draft: Draft): boolean {
  return JSON.stringify({ ...draft, type: 'buttons' }) === JSON.stringify(emptyDraft);
}
