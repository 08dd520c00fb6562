import type { Letters } from './letters.js';

/** A table of folded words, asked about the beginnings of one word after the other: a number tells most that are none without making a string of them. */
export interface Prefixes<T> {
  /** Turns to a word. */
  readonly read: (word: string) => void;
  /** What the table has under the first letters of the word, folded. */
  readonly at: (letters: number) => T | undefined;
  /** How many letters these are when folded. */
  readonly folded: (letters: number) => number;
}

const LONGEST = 64;
const more = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;
/** The lowest bits of such a sum are those of the last letters, which many words share. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;

export function createPrefixes<T>(table: ReadonlyMap<string, T>, letters: Letters): Prefixes<T> {
  const keys = [...table.keys()], values = [...table.values()];
  const slots = 2 ** Math.ceil(Math.log2(keys.length * 2 + 2)), mask = slots - 1;
  /** The number of a key and one, by its hash; 0 in empty places. */
  const numbers = new Int32Array(slots), hashes = new Int32Array(keys.length);
  keys.forEach((key, n) => {
    let hash = 0;
    for (let i = 0; i < key.length; i++) hash = more(hash, key.charCodeAt(i));
    hashes[n] = hash;
    let slot = spread(hash) & mask;
    while (numbers[slot] !== 0) slot = (slot + 1) & mask;
    numbers[slot] = n + 1;
  });

  let word = '';
  let hashAt = new Int32Array(LONGEST + 1), lengthAt = new Int32Array(LONGEST + 1);
  const read = (text: string): void => {
    word = text;
    if (text.length >= hashAt.length) {
      hashAt = new Int32Array(text.length + 1);
      lengthAt = new Int32Array(text.length + 1);
    }
    let hash = 0, length = 0, last = 0;
    for (let i = 0; i < text.length; i++) {
      const code = letters.foldedAfter(last, text.charCodeAt(i));
      if (code !== 0) {
        hash = more(hash, code);
        length++;
        last = code;
      }
      hashAt[i + 1] = hash;
      lengthAt[i + 1] = length;
    }
  };
  const at = (count: number): T | undefined => {
    const hash = hashAt[count] as number;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const n = (numbers[slot] as number) - 1;
      if (n < 0) return undefined;
      if (hashes[n] === hash && keys[n] === letters.fold(word.slice(0, count))) return values[n];
    }
  };
  return { read, at, folded: (count) => lengthAt[count] as number };
}
