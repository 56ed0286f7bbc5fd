import { OPTION_LIMITS } from '../../../src/shared/options/entry.ts';
import type { Chance } from '../random.ts';
import { encode, joined, type OptionFiles } from './sample-set.ts';

/** What must come of a mutated set: `wrong`: refused; `same`: taken, with the values as before; `any`: one or the other. */
export type Expectation = 'wrong' | 'same' | 'any';

export interface MutatedSet {
  readonly files: OptionFiles;
  /** What was done, in order, for the report. */
  readonly done: readonly string[];
  readonly expected: Expectation;
}

const MOST_MUTATIONS = 4;

/** Pieces that mean something to the reader, so that hostile places come up often. */
const TOKENS = [
  '[',
  ']',
  '=',
  '!',
  '"',
  ' \\\n',
  '\n',
  '\r',
  ';',
  '\0',
  '\u00e9',
  '\ufeff',
  '[include]\ninclude = application.ini\n',
  '[include]\ninclude = ../../etc/passwd\n',
  '[include]\ninclude = gone.ini\n',
  '\n[interaction-workspace]\ngui.theme! = Dark\n',
  '\n[interaction-workspace]\nwhatsappsession.outbound-session-config = {"channels":[{}]}\n',
  '\n[interaction-workspace]\n__proto__ = 1\nconstructor = 2\n',
  '\ngui.text-size = 99999999999999999999\n',
] as const;

const TOO_LARGE = new Uint8Array(OPTION_LIMITS.fileBytes + 1).fill(0x0a);

type Mutation = (
  content: Uint8Array,
  chance: Chance,
  others: readonly Uint8Array[],
) => Uint8Array | 'unreadable' | 'gone';

/** What happens to files that are edited by hand, copied over a network and replaced while they are read. */
const mutations: Readonly<Record<string, Mutation>> = {
  'cut-short': (content, chance) => content.subarray(0, chance.below(content.length + 1)),
  empty: () => new Uint8Array(),
  gone: () => 'gone',
  unreadable: () => 'unreadable',
  'flip-byte': (content, chance) => {
    const copy = content.slice();
    if (copy.length > 0) copy[chance.below(copy.length)] = chance.below(256);
    return copy;
  },
  'remove-range': (content, chance) => {
    const [from, to] = range(content, chance);
    return joined(content.subarray(0, from), content.subarray(to));
  },
  'repeat-range': (content, chance) => {
    const [from, to] = range(content, chance);
    return joined(content.subarray(0, to), content.subarray(from));
  },
  'insert-token': (content, chance) => insert(content, encode(chance.pick(TOKENS)), chance),
  'insert-bytes': (content, chance) => {
    const bytes = Uint8Array.from({ length: 1 + chance.below(8) }, () => chance.below(256));
    return insert(content, bytes, chance);
  },
  'swap-lines': (content, chance) => {
    const lines = Buffer.from(content).toString('latin1').split('\n');
    const [one, other] = [chance.below(lines.length), chance.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    return new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'));
  },
  'as-utf-16': (content) => new Uint8Array(Buffer.from(Buffer.from(content).toString('utf8'), 'utf16le')),
  'long-line': (content, chance) => insert(content, encode('x'.repeat(OPTION_LIMITS.lineBytes + 1)), chance),
  'other-file': (_, chance, others) => others[chance.below(others.length)] ?? new Uint8Array(),
  'other-half': (content, chance, others) => {
    const other = others[chance.below(others.length)] ?? content;
    return joined(content.subarray(0, content.length / 2), other.subarray(other.length / 2));
  },
  'too-large': () => TOO_LARGE,
};

function range(content: Uint8Array, chance: Chance): readonly [number, number] {
  const from = chance.below(content.length + 1);
  return [from, Math.min(content.length, from + chance.below(200))];
}

function insert(content: Uint8Array, piece: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(content.length + 1);
  return joined(content.subarray(0, at), piece, content.subarray(at));
}

/** A mutated copy of a set. A blank line in front keeps what is added from falling into a continued value. */
export function mutateSet(files: OptionFiles, chance: Chance): MutatedSet {
  const copy = new Map(files);
  if (chance.happens(0.1)) return { files: annotated(copy, '\n\n; a note\n'), done: ['note'], expected: 'same' };
  const done = Array.from({ length: 1 + chance.below(MOST_MUTATIONS) }, () => mutateOne(copy, chance));
  if (!chance.happens(0.2)) return { files: copy, done, expected: 'any' };
  const bad = annotated(copy, '\n\n[interaction-workspace]\ngui.theme = Pink\n');
  return { files: bad, done: [...done, 'bad-value'], expected: 'wrong' };
}

function mutateOne(files: Map<string, Uint8Array | 'unreadable'>, chance: Chance): string {
  const name = [...files.keys()][chance.below(files.size)] ?? 'application.ini';
  const kinds = Object.keys(mutations);
  const kind = kinds[chance.below(kinds.length)] ?? 'gone';
  const contents = [...files.values()].filter((content) => content !== 'unreadable');
  const content = files.get(name);
  const mutated = mutations[kind]?.(content instanceof Uint8Array ? content : new Uint8Array(), chance, contents);
  if (mutated === undefined || mutated === 'gone') files.delete(name);
  else files.set(name, mutated);
  return `${kind} ${name}`;
}

/** With a text behind the first layer's file, which no other file can keep from counting or make right. */
function annotated(files: Map<string, Uint8Array | 'unreadable'>, text: string): OptionFiles {
  const content = files.get('application.ini');
  if (content === 'unreadable') return files;
  return files.set('application.ini', joined(content ?? new Uint8Array(), encode(text)));
}
