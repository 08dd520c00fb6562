import type { Analyser } from './analyse.js';
import type { Analysis } from './analysis.js';

/** A word form in normal spelling. The same object answers for all tokens of a form that is remembered. */
export interface Word {
  readonly text: string;
  /** The text folded. */
  readonly key: string;
  readonly readings: readonly Analysis[];
  /** What was found out about the form, by the number of the question (see `Words.ask`). */
  answers: unknown[] | undefined;
  /** The same of what is answered by yes or no, a bit a question (see `Words.flag`): which were asked, and which were answered by yes. */
  asked: number;
  yes: number;
}

/** Word forms, and what depends on nothing but the form: that is found out once a form, not once a token. */
export interface Words {
  readonly of: (text: string) => Word;
  /** A token that is no word: without readings, and not remembered. */
  readonly other: (text: string) => Word;
  /** Makes of a question about a form one that is answered once a form. */
  readonly ask: <T>(question: (word: Word) => T) => (word: Word) => T;
  /** The same for yes or no. It costs no memory but two bits of the word itself, and no look at any other: most questions end here. */
  readonly flag: (question: (word: Word) => boolean) => (word: Word) => boolean;
}

/** News is written with few words: this many analyses answer nearly all tokens, in memory that does not grow with the text. */
const REMEMBERED = 16_384;
/** A word has this many places where it may be remembered, side by side. Both are powers of two. */
const WAYS = 4;
/** Words not remembered that are counted, so that those that come back are: more than are remembered, and only numbers. */
const COUNTED = 65_536;
/** After so many words that were not remembered every count is halved: what was frequent in old news makes room. */
const AGEING = 16_384;
/** How much oftener than twice as often as the one it drives out a word must have come: what drives out others by chance leaves them as garbage in old memory. */
const MARGIN = 32;
const MOST = 255;
/** From this length on V8 keeps a cut string as a window on the long one (v8/src/objects/string.h, SlicedString). */
const SLICED = 13;
/** Bits of a small integer. */
const MOST_FLAGS = 30;
const NONE: readonly Analysis[] = [];

export function createWords(analyse: Analyser, fold: (s: string) => string): Words {
  const make = (text: string): Word => ({ text, key: fold(text), readings: analyse(text), answers: undefined, asked: 0, yes: 0 });
  const other = (text: string): Word => ({ text, key: fold(text), readings: NONE, answers: undefined, asked: 0, yes: 0 });
  const nothing = other('');
  const words = Array.from({ length: REMEMBERED }, () => nothing);
  /** The hash of the word in each place, and how often it came. */
  const hashes = new Int32Array(REMEMBERED), came = new Uint8Array(REMEMBERED);
  /** The same of words that are not remembered. */
  const strangers = new Int32Array(COUNTED), seen = new Uint8Array(COUNTED);
  let age = 0, ages = 0;

  /** How often a word that is not remembered came so far; one with another's number of equal count does not drive it out. */
  const count = (hash: number, at: number): number => {
    const n = seen[at] as number;
    if (strangers[at] === hash) return n < MOST ? (seen[at] = n + 1) : n;
    if (n > 1) {
      seen[at] = n - 1;
      return 0;
    }
    strangers[at] = hash;
    return (seen[at] = 1);
  };
  const halve = (counts: Uint8Array): void => {
    for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] as number) >> 1;
  };

  const of = (text: string): Word => {
    let hash = 0;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    // the lowest bits of such a sum are those of the last letters, which many words share
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d), spread = mixed ^ (mixed >>> 12);
    const first = (spread & (REMEMBERED / WAYS - 1)) * WAYS;
    let least = first;
    for (let slot = first; slot < first + WAYS; slot++) {
      const n = came[slot] as number;
      if (hashes[slot] === hash) {
        const there = words[slot] as Word;
        if (there.text === text && there !== nothing) {
          if (n < MOST) came[slot] = n + 1;
          return there;
        }
      }
      if (n < (came[least] as number)) least = slot;
    }
    if (++age === AGEING) {
      age = 0;
      if (ages < MARGIN) ages++;
      halve(came);
      halve(seen);
    }
    const n = count(hash, (spread >>> 8) & (COUNTED - 1));
    // a free place is for any word at first, and the longer it has been free the less for a rare one
    if (n <= (words[least] === nothing ? ages : 2 * (came[least] as number) + MARGIN)) return make(text);
    hashes[least] = hash;
    came[least] = n;
    // a word cut from an article would hold the whole article in memory: what stays is a copy
    return (words[least] = make(text.length < SLICED ? text : text.split('').join('')));
  };
  let questions = 0;
  const ask = <T>(question: (word: Word) => T): ((word: Word) => T) => {
    const number = questions++;
    return (word) => {
      const answers = (word.answers ??= []) as (T | undefined)[];
      let answer = answers[number];
      if (answer === undefined) answers[number] = answer = question(word);
      return answer;
    };
  };
  let flags = 0;
  const flag = (question: (word: Word) => boolean): ((word: Word) => boolean) => {
    if (flags === MOST_FLAGS) throw new Error(`more than ${MOST_FLAGS} questions of yes or no`);
    const bit = 1 << flags++;
    return (word) => {
      if ((word.asked & bit) !== 0) return (word.yes & bit) !== 0;
      const yes = question(word);
      word.asked |= bit;
      if (yes) word.yes |= bit;
      return yes;
    };
  };
  return { of, other, ask, flag };
}
