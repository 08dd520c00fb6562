import { compile } from '../extract/index.js';
import { parseDay } from '../extract/times/calendar.js';
import { segmentText, type Item } from '../language/context/index.js';
import { createLanguage } from '../language/index.js';
import { extendTables, type NameEntry } from '../language/names.js';
import type { Tables } from '../language/tables.js';
import type { Article } from '../model/article.js';
import type { Guess } from '../text/guard.js';
import { originalSpan, type Normal } from '../text/normalise.js';
import { createTally, type Found, type Tally } from './tally.js';
import { unmatchedIn, type Unmatched } from './unmatched.js';

/** The most frequent things of one kind, how many different ones there are, and how often they occur in all. */
export interface FoundList {
  readonly different: number;
  readonly total: number;
  readonly top: readonly Found[];
}

/** What of some articles hewal knows, and what it does not. */
export interface CoverageReport {
  readonly articles: number;
  readonly tokens: {
    readonly all: number;
    readonly numbers: number;
    readonly marks: number;
    /** Kurdish words, and those with a reading whose lemma is in the lexicon or a name list. */
    readonly words: number;
    readonly knownWords: number;
    /** Words in other letters, links and hashtags: not known. */
    readonly other: number;
  };
  /** Known words, numbers and marks among all tokens; known words among Kurdish words. Between 0 and 1. */
  readonly share: number;
  readonly wordShare: number;
  readonly unknownWords: FoundList;
  /** Verbs and compounds (infinitives) that no frame knows; the same of nouns for events and acts; who speaks and is not explained. */
  readonly verbs: FoundList;
  readonly nouns: FoundList;
  readonly actors: FoundList;
}

/** Counts over any number of articles in bounded memory. */
export interface Coverage {
  guess(text: string): Guess;
  add(article: Article): void;
  /** `top`: how many of each list. */
  report(top: number): CoverageReport;
}

const AROUND = 4;

export function createCoverage(builtIn: Tables, ownNames: readonly NameEntry[] = []): Coverage {
  const language = createLanguage(extendTables(builtIn, ownNames));
  const c = compile(language);
  const { fold } = language.letters;
  const count = { all: 0, numbers: 0, marks: 0, words: 0, other: 0 };
  // what is cut off a token or joined to its neighbour is known by that: only items without a reading are not
  let unknown = 0;
  const words = createTally();
  const lists: Readonly<Record<Unmatched['kind'], Tally>> = { verb: createTally(), noun: createTally(), actor: createTally() };
  let articles = 0;

  const add = (article: Article): void => {
    articles++;
    const normal = language.normalise(article.text);
    const { tokens, sentences } = segmentText(language, normal.text);
    const day = parseDay(article.published);
    for (const t of tokens) {
      if (t.kind === 'newline') continue;
      count.all++;
      if (t.kind === 'number') count.numbers++;
      else if (t.kind === 'punct') count.marks++;
      else if (t.kind === 'word') count.words++;
      else count.other++;
    }
    for (const s of sentences) {
      const { items, unmatched } = unmatchedIn(c, tokens, s, day);
      const seen = (what: string, first: number, last: number) => () => ({ what, example: inContext(items, first, last, normal, article.text), article: article.id });
      items.forEach((item, i) => {
        if (item.kind !== 'word' || item.a.known) return;
        unknown++;
        words.add(fold(item.text), seen(item.text, i, i));
      });
      for (const u of unmatched) lists[u.kind].add(fold(u.what), seen(u.what, u.first, u.last));
    }
  };
  const list = (t: Tally, top: number): FoundList => ({ different: t.different, total: t.total, top: t.top(top) });
  return {
    add,
    guess: (text) => language.guess(language.normalise(text.slice(0, 20_000)).text, text.slice(0, 20_000)),
    report: (top) => {
      const known = count.words - unknown;
      return {
        articles, tokens: { ...count, knownWords: known },
        share: ratio(known + count.numbers + count.marks, count.all), wordShare: ratio(known, count.words),
        unknownWords: list(words, top), verbs: list(lists.verb, top), nouns: list(lists.noun, top), actors: list(lists.actor, top),
      };
    },
  };
}

const ratio = (part: number, all: number): number => (all === 0 ? 1 : part / all);

/** A few words of the article around some of them, which stand in brackets. */
function inContext(items: readonly Item[], first: number, last: number, normal: Normal, text: string): string {
  const at = (a: number, b: number): string => {
    const from = items[Math.max(0, a)], to = items[Math.min(items.length - 1, b)];
    if (!from || !to || a > b || b < 0 || a >= items.length) return '';
    const span = originalSpan(normal, from.start, to.end);
    return text.slice(span.start, span.end).replace(/\s+/gu, ' ').slice(0, 160);
  };
  return `${at(first - AROUND, first - 1)} [${at(first, last)}] ${at(last + 1, last + AROUND)}`.trim();
}

export type { Found } from './tally.js';
