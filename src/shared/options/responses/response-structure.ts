import type { FileSource } from '../../domain/file-source.ts';
import type { InteractiveContent } from '../../domain/outbound.ts';
import type { ResponseStructure } from '../../domain/standard-response.ts';
import type { ListRow, ListSection } from '../../domain/structured-body.ts';
import { headerFormatOf, mimeTypeOf } from '../../rules/file-types.ts';
import type { OptionEntry } from '../entry.ts';
import type { SectionResult } from '../section-reading.ts';
import { type NamedKey, type responseKeys, splitNamedKey } from './response-keys.ts';

type Read = SectionResult<typeof responseKeys>;
type Report = (place: Parameters<Read['place']>[0] | OptionEntry, code: string, message: string) => void;

/** What a structure is read from. */
export interface StructureSource {
  readonly id: string;
  readonly values: Read['values'];
  /** The keys with names of their own, in order of the file. */
  readonly named: readonly OptionEntry[];
  /** The body of reply buttons, a list or a link. */
  readonly text: string;
  readonly report: Report;
}

type Kind = 'notification' | 'buttons' | 'list' | 'url';

/** What stands in place of a plain text, or null: nothing, or something that cannot be used, which is then reported. */
export function readStructure(source: StructureSource): ResponseStructure | null {
  const kinds = kindsOf(source);
  const [kind] = kinds;
  if (kind === undefined) {
    reportStray(source, ['header', 'header-file', 'footer']);
    return null;
  }
  if (kinds.length > 1) {
    const message = `This is several things at once: ${kinds.map((one) => WORDS[one]).join(' and ')}. Keep one of them.`;
    source.report(placeOf(source, kinds[1] ?? kind), 'several-structures', message);
    return null;
  }
  return kind === 'notification' ? notification(source) : interactive(source, kind);
}

const WORDS: Readonly<Record<Kind, string>> = {
  notification: 'a notification',
  buttons: 'reply buttons',
  list: 'a list',
  url: 'a link',
};

function kindsOf({ values, named }: StructureSource): readonly Kind[] {
  const has = (...kinds: NamedKey[]) => named.some(({ key }) => kinds.some((kind) => key.startsWith(kind)));
  const kinds: Kind[] = [];
  if (values.template !== '' || values.templateLanguage !== '' || has('header.', 'body.', 'button.'))
    kinds.push('notification');
  if (has('reply.')) kinds.push('buttons');
  if (values.listButton !== '' || has('row.')) kinds.push('list');
  if (values.link !== '' || values.linkTitle !== '') kinds.push('url');
  return kinds;
}

const PLACES: Readonly<Record<Kind, keyof typeof responseKeys>> = {
  notification: 'template',
  buttons: 'text',
  list: 'list-button',
  url: 'link',
};

function placeOf({ named }: StructureSource, kind: Kind) {
  const own = kind === 'buttons' ? 'reply.' : kind === 'list' ? 'row.' : undefined;
  return named.find(({ key }) => own !== undefined && key.startsWith(own)) ?? PLACES[kind];
}

function notification(source: StructureSource): ResponseStructure | null {
  const { values, named, report } = source;
  if (values.template === '' || values.templateLanguage === '') {
    const missing = values.template === '' ? 'template' : 'template-language';
    report(missing, 'missing-key', `A notification needs ${missing} as well: name and language say which one it is.`);
    return null;
  }
  reportStray(source, ['header', 'footer']);
  const fill = { header: {}, body: {}, buttons: {}, file: headerFile(source)?.file ?? null };
  for (const entry of named) {
    const { kind, name } = splitNamedKey(entry.key) ?? {};
    if (kind === 'header.') Object.assign(fill.header, { [name ?? '']: entry.value });
    else if (kind === 'body.') Object.assign(fill.body, { [name ?? '']: entry.value });
    else if (/^([1-9]|10)$/.test(name ?? '')) Object.assign(fill.buttons, { [Number(name) - 1]: entry.value });
    else report(entry, 'bad-key', `${entry.key} names no button. Count them from 1: button.1.`);
  }
  return { type: 'notification', template: { name: values.template, language: values.templateLanguage }, fill };
}

function interactive(source: StructureSource, kind: Exclude<Kind, 'notification'>): ResponseStructure | null {
  const { values, text, report } = source;
  if (text === '') {
    report('text', 'missing-text', `${WORDS[kind]} without a text cannot be sent. Write one.`);
    return null;
  }
  const media = headerFile(source);
  if (media && values.header !== '') {
    report(
      'header',
      'several-headers',
      'There is a header and a header-file, of which only the file is used. Keep one.',
    );
  }
  const header =
    media ?? (values.header === '' ? null : ({ format: 'text', text: values.header } as InteractiveContent['header']));
  const shared = { header, body: text, footer: values.footer === '' ? null : values.footer };
  const own = kind === 'buttons' ? buttons(source) : kind === 'list' ? list(source) : link(source);
  return own && { type: 'interactive', interactive: { ...shared, ...own } as InteractiveContent };
}

function buttons({ named }: StructureSource) {
  const replies = named.map(({ key, value }) => ({ id: key.slice('reply.'.length), title: value }));
  return { type: 'buttons', buttons: replies };
}

const ROW = /^row\.([^.]+)(?:\.(description|section))?$/;

function list({ values, named, report }: StructureSource) {
  const rows = new Map<string, { row: ListRow; section: string }>();
  for (const entry of named) {
    const [, id = '', part] = ROW.exec(entry.key) ?? [];
    const known = rows.get(id);
    if (id === '' || (part !== undefined && !known)) {
      const message = `${entry.key} belongs to no row above it. Write row.ID = title first; an id has no dot.`;
      report(entry, 'bad-key', message);
    } else if (part === 'description' && known) known.row = { ...known.row, description: entry.value };
    else if (part === 'section' && known) known.section = entry.value;
    else rows.set(id, { row: { id, title: entry.value }, section: '' });
  }
  if (values.listButton === '' || rows.size === 0) {
    const missing = values.listButton === '' ? 'list-button = TEXT, which opens it' : 'row.ID = TITLE for each row';
    report('list-button', 'missing-key', `A list needs ${missing}.`);
    return null;
  }
  return { type: 'list', button: values.listButton, sections: sectionsOf([...rows.values()]) };
}

function sectionsOf(rows: readonly { readonly row: ListRow; readonly section: string }[]): readonly ListSection[] {
  const sections = new Map<string, ListRow[]>();
  for (const { row, section } of rows) sections.set(section, [...(sections.get(section) ?? []), row]);
  return [...sections].map(([title, own]) => ({ title, rows: own }));
}

function link({ values, report }: StructureSource) {
  const { link: url, linkTitle: title } = values;
  if (/^https?:\/\/\S+$/.test(url) && title !== '') return { type: 'url', title, url };
  const missing = title === '' ? 'link-title, which stands on the button' : 'link, an address with https://';
  report(title === '' ? 'link-title' : 'link', 'missing-key', `A link needs ${missing}.`);
  return null;
}

/** Whether it is there is looked at with the other files. */
function headerFile({ id, values, report }: StructureSource) {
  const { headerFile: name } = values;
  if (name === '') return undefined;
  const type = mimeTypeOf(name);
  const format = type === undefined ? undefined : headerFormatOf(type);
  const file: FileSource = { from: 'library', responseId: id, name };
  if (format !== undefined) return { format, file };
  if (type !== undefined) {
    report('header-file', 'bad-value', `${name} cannot be a header. Headers are images, videos and documents.`);
  }
  return undefined;
}

const STRAY = { header: 'header', 'header-file': 'headerFile', footer: 'footer' } as const;

function reportStray({ values, report }: StructureSource, keys: readonly (keyof typeof STRAY)[]): void {
  for (const key of keys) {
    if (values[STRAY[key]] === '') continue;
    report(key, 'stray-key', `${key} changes nothing here: it belongs to reply buttons, a list or a link.`);
  }
}
