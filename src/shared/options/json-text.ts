/** A JSON value with its offset in the text, so that an error can point at it (OPT-4). */
export type JsonNode =
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly at: number; readonly value: null }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly at: number; readonly members: ReadonlyMap<string, JsonMember> };

export interface JsonMember {
  /** Offset of the name. */
  readonly at: number;
  readonly node: JsonNode;
}

/** Why a text is no JSON, and where. */
export class JsonProblem extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const MAX_DEPTH = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANKS = /[ \t\n\r]*/y;
/** The characters up to the end of a string or its next escape. */
const PLAIN = /[^"\\]*/y;

/** Parses JSON as RFC 8259 has it, refusing a name twice in one object. Throws `JsonProblem`. */
export function parseJsonText(text: string): JsonNode {
  return new JsonReader(text).read();
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonNode {
    const node = this.#value(0);
    if (this.#at < this.#text.length) throw new JsonProblem(this.#at, 'there is more text behind the value');
    return node;
  }

  #value(depth: number): JsonNode {
    if (depth > MAX_DEPTH) throw new JsonProblem(this.#at, `it is nested deeper than ${MAX_DEPTH} levels`);
    this.#take(BLANKS);
    const node = this.#bareValue(depth);
    this.#take(BLANKS);
    return node;
  }

  #bareValue(depth: number): JsonNode {
    const at = this.#at;
    switch (this.#text[at]) {
      case '{':
        return { kind: 'object', at, members: this.#members(depth) };
      case '[':
        return { kind: 'array', at, items: this.#items(depth) };
      case '"':
        return { kind: 'string', at, value: this.#string() };
      case 't':
        return { kind: 'boolean', at, value: this.#word('true', true) };
      case 'f':
        return { kind: 'boolean', at, value: this.#word('false', false) };
      case 'n':
        return { kind: 'null', at, value: this.#word('null', null) };
      case undefined:
        throw new JsonProblem(at, 'it ends too early');
      default:
        return { kind: 'number', at, value: this.#number() };
    }
  }

  #members(depth: number): ReadonlyMap<string, JsonMember> {
    const members = new Map<string, JsonMember>();
    this.#at += 1;
    this.#take(BLANKS);
    if (this.#accept('}')) return members;
    do {
      this.#take(BLANKS);
      const at = this.#at;
      if (this.#text[at] !== '"') throw new JsonProblem(at, 'a name in double quotes belongs here');
      const name = this.#string();
      if (members.has(name)) throw new JsonProblem(at, `"${name}" is there twice`);
      this.#take(BLANKS);
      if (!this.#accept(':')) throw new JsonProblem(this.#at, 'a : belongs here');
      members.set(name, { at, node: this.#value(depth + 1) });
    } while (this.#accept(','));
    if (!this.#accept('}')) throw new JsonProblem(this.#at, 'a , or } belongs here');
    return members;
  }

  #items(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#take(BLANKS);
    if (this.#accept(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#accept(','));
    if (!this.#accept(']')) throw new JsonProblem(this.#at, 'a , or ] belongs here');
    return items;
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#take(PLAIN);
      const character = this.#text[this.#at];
      if (character === '"') break;
      if (character === undefined) throw new JsonProblem(start, 'this string does not end');
      this.#at += 2;
    }
    this.#at += 1;
    try {
      return JSON.parse(this.#text.slice(start, this.#at)) as string;
    } catch {
      throw new JsonProblem(start, 'this string holds a control character or an escape that JSON does not have');
    }
  }

  #number(): number {
    const at = this.#at;
    const digits = this.#take(NUMBER);
    if (digits === '') throw new JsonProblem(at, 'a value belongs here');
    return Number(digits);
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw new JsonProblem(this.#at, 'a value belongs here');
    this.#at += word.length;
    return value;
  }

  #accept(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
