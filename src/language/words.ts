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
}

/** Word forms, and what depends on nothing but the form: that is found out once a form, not once a token. */
export interface Words {
  readonly of: (text: string) => Word;
  /** A token that is no word: without readings, and not remembered. */
  readonly other: (text: string) => Word;
  /** Makes of a question about a form one that is answered once a form. */
  readonly ask: <T>(question: (word: Word) => T) => (word: Word) => T;
}

/** News is written with few words: this many analyses, a power of two, answer nearly all tokens, in memory that does not grow with the text. */
const REMEMBERED = 16_384;
/** A word met this often and then never again makes room after as many others. */
const MOST_CREDIT = 8;
/** From this length on V8 keeps a cut string as a window on the long one (v8/src/objects/string.h, SlicedString). */
const SLICED = 13;

export function createWords(analyse: Analyser, fold: (s: string) => string): Words {
  const make = (text: string): Word => ({ text, key: fold(text), readings: analyse(text), answers: undefined });
  const other = (text: string): Word => ({ text, key: fold(text), readings: [], answers: undefined });
  const nothing = other('');
  const words = Array.from({ length: REMEMBERED }, () => nothing);
  /** How often a remembered word may still be passed over for another: words that come back keep their place. */
  const credit = new Uint8Array(REMEMBERED);
  /** The hash of the last word that found its place taken: only a word that comes twice running is worth the place, and memory is not churned by words that come once. */
  const waiting = new Int32Array(REMEMBERED);
  const of = (text: string): Word => {
    let hash = 0;
    for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
    const left = credit[slot] as number;
    const there = words[slot] as Word;
    if (there.text === text && text !== '') {
      if (left < MOST_CREDIT) credit[slot] = left + 1;
      return there;
    }
    if (there !== nothing && (left > 0 || waiting[slot] !== hash)) {
      if (left > 0) credit[slot] = left - 1;
      waiting[slot] = hash;
      return make(text);
    }
    // a word cut from an article would hold the whole article in memory: what stays is a copy
    return (words[slot] = make(text.length < SLICED ? text : text.split('').join('')));
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
  return { of, other, ask };
}
