import type { OptionEntry } from './entry.ts';

/** FNV-1a; 32 bits are enough, since equal hashes are followed by a comparison of the texts. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Takes one more character into a hash. The reader calls it while it looks at the characters of a key anyway. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/** Hash of a whole text, with which the hashes of the keys of a section start. */
export function hashText(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i += 1) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

/**
 * Finds repeated keys. A `Map` would hash each key a second time, which is a third of the whole reading; here the hash
 * comes from the reader's own pass (PRF-1, options).
 */
export class KeyIndex {
  /** Number of an entry plus one, 0 for a free slot; twice as many as hashes, and a power of two. */
  #slots: Int32Array;
  #hashes: Int32Array;

  /** `expected` is a guess of how many entries come; more are no harm. */
  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(expected, 16)));
    this.#slots = new Int32Array(size * 2);
    this.#hashes = new Int32Array(size);
  }

  /**
   * Notes that the next entry to be pushed to `entries` has this key. Returns the number of the entry that had it
   * before, or −1; from now on the next entry has it.
   */
  note(hash: number, section: string, key: string, entries: readonly OptionEntry[]): number {
    const next = entries.length;
    if (next === this.#hashes.length) this.#grow();
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    let earlier = -1;
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      const entry = this.#hashes[found - 1] === hash ? entries[found - 1] : undefined;
      if (entry && entry.key === key && entry.section === section) {
        earlier = found - 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = next + 1;
    this.#hashes[next] = hash;
    return earlier;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const found of this.#slots) {
      if (found === 0) continue;
      let slot = spread(hashes[found - 1] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = found;
    }
    this.#hashes = hashes;
    this.#slots = slots;
  }
}

/** Brings the upper bits down, since only the lower ones choose the slot. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
