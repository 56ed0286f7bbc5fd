import { defineSection } from '../section-reading.ts';

/** `[standard-response-<id>]`, and the head of `responses/<id>.ini` (UI-6, WA-4). */
export const responseKeys = defineSection({
  name: {
    type: { kind: 'text', maxLength: 200 },
    default: '',
    description: 'What agents read in the list; empty: the id.',
  },
  category: {
    type: { kind: 'text', maxLength: 500 },
    default: '',
    description: 'Place in the tree, such as `Support/Shipping`; empty: at its root.',
  },
  language: {
    type: { kind: 'language', words: [''] },
    default: '',
    description: 'Language code; empty: for every language.',
  },
  shortcut: {
    type: { kind: 'text', maxLength: 50 },
    default: '',
    description: 'Word that agents type behind `/`; empty: none.',
  },
  text: {
    type: { kind: 'text', maxLength: 65_536 },
    default: '',
    description: 'Text with field codes. In a file of its own it stands below `[text]`.',
  },
  files: {
    type: { kind: 'list' },
    default: '',
    description: 'Files of `responses/files/` that go with it.',
  },
  template: {
    type: { kind: 'text', maxLength: 512 },
    default: '',
    description: 'A notification in place of the text: the name of its template.',
  },
  'template-language': {
    type: { kind: 'text', maxLength: 20 },
    default: '',
    description: 'Language of the template, as the provider writes it: `en_US`.',
  },
  header: {
    type: { kind: 'text', maxLength: 1000 },
    default: '',
    description: 'Text above reply buttons, a list or a link.',
  },
  'header-file': {
    type: { kind: 'text', maxLength: 255 },
    default: '',
    description: 'File of `responses/files/` above them, or of the header of the notification.',
  },
  footer: {
    type: { kind: 'text', maxLength: 1000 },
    default: '',
    description: 'Text below reply buttons, a list or a link.',
  },
  'list-button': {
    type: { kind: 'text', maxLength: 200 },
    default: '',
    description: 'Button that opens the list.',
  },
  link: {
    type: { kind: 'text', maxLength: 2000 },
    default: '',
    description: 'Address that a button opens.',
  },
  'link-title': {
    type: { kind: 'text', maxLength: 200 },
    default: '',
    description: 'What stands on that button.',
  },
});

/** Keys that carry a name of their own: `body.1`, `reply.yes`. */
export const namedKeys = {
  'header.': 'value of a parameter of the header',
  'body.': 'value of a parameter of the body',
  'button.': 'value of a button of the notification, counted from 1',
  'reply.': 'a reply button, by the id that comes back with the choice',
  'row.': 'a row of the list, by the id that comes back with the choice',
} as const;
export type NamedKey = keyof typeof namedKeys;

/** Splits `body.1` into its kind and name; undefined for any other key. */
export function splitNamedKey(key: string): { readonly kind: NamedKey; readonly name: string } | undefined {
  for (const kind of Object.keys(namedKeys) as NamedKey[]) {
    if (key.startsWith(kind) && key.length > kind.length) return { kind, name: key.slice(kind.length) };
  }
  return undefined;
}
