import type { LetterTable } from './tables.js';

/** Letter knowledge of one language, compiled for speed. */
export interface Letters {
  readonly table: LetterTable;
  isLetter(code: number): boolean;
  isVowel(code: number): boolean;
  /** The key under which a word is looked up: alternating spellings of one word fold to one string. */
  fold(word: string): string;
  /** The same letter by letter: what a letter is folded to after another folded one (0: none), or 0 where it merges with that. */
  foldedAfter(last: number, code: number): number;
  /** ASCII transliteration; never empty for a non-empty word. */
  latin(word: string): string;
}

export function compileLetters(table: LetterTable): Letters {
  const letter = new Uint8Array(65536);
  for (const c of table.letters) letter[c.charCodeAt(0)] = 1;
  const vowel = new Uint8Array(65536);
  for (const c of table.vowels + table.semivowels) vowel[c.charCodeAt(0)] = 1;

  const single = new Uint16Array(65536);
  const doubled = new Uint8Array(65536);
  for (const [from, to] of Object.entries(table.fold)) {
    if (from.length === 1) single[from.charCodeAt(0)] = to.charCodeAt(0);
    else doubled[from.charCodeAt(0)] = 1;
  }
  const foldedAfter = (before: number, code: number): number => {
    const c = single[code] || code;
    return c === before && doubled[c] ? 0 : c;
  };
  const fold = (word: string): string => {
    let i = 0;
    let last = 0;
    for (; i < word.length; i++) {
      const c = word.charCodeAt(i);
      if (single[c] || (c === last && doubled[c])) break;
      last = c;
    }
    if (i === word.length) return word;
    let out = '';
    last = 0;
    for (i = 0; i < word.length; i++) {
      const c = foldedAfter(last, word.charCodeAt(i));
      if (c === 0) continue;
      out += String.fromCharCode(c);
      last = c;
    }
    return out;
  };

  const latinOf = new Map(Object.entries(table.latin));
  const digraphStarts = new Set(Object.keys(table.latin).filter((k) => k.length === 2).map((k) => k.charCodeAt(0)));
  const latinLetter = (one: string): string => latinOf.get(one) ?? (/[A-Za-z0-9]/.test(one) ? one.toLowerCase() : '-');
  const latin = (word: string): string => {
    let out = '';
    for (let i = 0; i < word.length; i++) {
      const digraph = digraphStarts.has(word.charCodeAt(i)) && i + 1 < word.length ? latinOf.get(word.slice(i, i + 2)) : undefined;
      if (digraph !== undefined) {
        out += digraph;
        i++;
      } else out += latinLetter(word.charAt(i));
    }
    out = out.replace(/-+/g, '-').replace(/^-|-$/g, '');
    return out || [...word].map((c) => `u${(c.codePointAt(0) ?? 0).toString(16)}`).join('-');
  };

  return { table, isLetter: (c) => letter[c] === 1, isVowel: (c) => vowel[c] === 1, fold, foldedAfter, latin };
}
