import type { Person } from '../../language/analysis.js';
import type { Language } from '../../language/index.js';
import type { Item } from '../../language/context/items.js';

/** A chain of words joined by izafe, or a name of several words: items `first` to `last`, both included. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  /** The noun that the others describe. */
  readonly head: number;
}

/** A noun phrase with the preposition before it: one or more segments side by side (title and name). */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly segments: readonly Segment[];
  /** What the preposition marks (closed.tsv), empty for a bare phrase. */
  readonly marker: string;
  /** Item of the preposition, or -1. */
  readonly preposition: number;
  readonly post: string;
  /** Clitic on the last word that is no part of the phrase (the agent of a past transitive, or a possessor). */
  readonly clitic: Person | '';
  /** Bare clitic letter ی that may be izafe, agent or possessor. */
  readonly openEnd: boolean;
  /** Further phrases joined by "and" or in a list. */
  readonly also: readonly Phrase[];
  /** A phrase set beside this one between commas: the same thing in other words. */
  readonly apposition?: Phrase | undefined;
  /** Who is named at the end of its chain, with the post that follows: of "the visit of NAME, POST". */
  readonly holder?: Phrase | undefined;
}

export interface PhraseTables {
  readonly inner: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly memberOf: ReadonlySet<string>;
  /** Two prepositions in a row, and what they mark together. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly isTitle: (item: Item) => boolean;
  /** Head nouns of organisations. */
  readonly isBody: (item: Item) => boolean;
  /** The preposition "in". */
  readonly inMarker: string;
  /** The preposition "by the name of". */
  readonly called: string;
  /** "people of", "inhabitant of" after a name: where somebody is from. */
  readonly origin: ReadonlySet<string>;
  /** The Arabic article, to which the next word of a name belongs whatever it is. */
  readonly articles: ReadonlySet<string>;
  /** "age", before a number of years. */
  readonly age: ReadonlySet<string>;
  /** The preposition that stands before "hundreds of". */
  readonly quantity: string;
  /** Nouns of ways that are named by their two ends (ڕێگای هەولێر - کەرکووک). */
  readonly roads: ReadonlySet<string>;
  /** Prepositions written together with "that" (لەو): they open "that …" as the demonstrative does. */
  readonly thatPrepositions: ReadonlySet<string>;
  /** "a part", of one thing. */
  readonly partOf: ReadonlySet<string>;
  /** Polite words before a name, which do not make it that of who has the post named before. */
  readonly courtesy: ReadonlySet<string>;
  /** Two nouns that with "and" between them name one thing. */
  readonly binomials: ReadonlySet<string>;
  /** Nouns for people that mean all of them also without a plural. */
  readonly collective: ReadonlySet<string>;
  /** "more", "less" before "than" and a number. */
  readonly moreThan: ReadonlySet<string>;
  /** Nouns that govern the next one without izafe (خاوەن). */
  readonly construct: ReadonlySet<string>;
  /** Classes of nouns that measure others. */
  readonly units: ReadonlySet<string>;
  /** The letter that closes a noun before a definite adjective. */
  readonly closer: string;
  /** Vowels after which a noun takes no such letter. */
  readonly vowels: ReadonlySet<string>;
  /** Where a name of several words that begins here ends; -1 where none does. */
  readonly nameEnd: (index: number) => number;
  /** Whether a person's name of several words ends here. */
  readonly isPerson: (index: number) => boolean;
  /** Whether a listed name begins (ends) at an item. */
  readonly nameStarts: (index: number) => boolean;
  readonly nameStops: (index: number) => boolean;
  /** Whether a listed name of a place, a body or a work begins at an item. */
  readonly isNobody: (index: number) => boolean;
  /** The light noun of the next verb stands here: what is before it is not joined to it. */
  readonly startsPredicate: (index: number) => boolean;
  /** A noun that ends in this letter needs no izafe written. */
  readonly glide: string;
  /** Posts of two words without izafe (سەرۆک کۆمار). */
  readonly titlePairs: ReadonlySet<string>;
  /** Their first words. */
  readonly titleStarts: ReadonlySet<string>;
  readonly stopAt: (index: number) => boolean;
}

export type Tables = Omit<PhraseTables, 'stopAt' | 'nameEnd' | 'isPerson' | 'nameStarts' | 'nameStops' | 'isNobody' | 'startsPredicate'> & { readonly bodies: ReadonlySet<string> };

/** The tables with what is asked of the places of one sentence. Written out: a copy with additions would be an object of another kind each time, slow to make and to read. */
export const phraseTablesFor = (t: Tables, here: Pick<PhraseTables, 'stopAt' | 'nameEnd' | 'isPerson' | 'nameStarts' | 'nameStops' | 'isNobody' | 'startsPredicate'>): PhraseTables => ({
  inner: t.inner, between: t.between, memberOf: t.memberOf, pairs: t.pairs, isTitle: t.isTitle, isBody: t.isBody,
  inMarker: t.inMarker, called: t.called, origin: t.origin, articles: t.articles, age: t.age, quantity: t.quantity, roads: t.roads,
  thatPrepositions: t.thatPrepositions, partOf: t.partOf, courtesy: t.courtesy, collective: t.collective, binomials: t.binomials, moreThan: t.moreThan, construct: t.construct,
  units: t.units, closer: t.closer, vowels: t.vowels, glide: t.glide, titlePairs: t.titlePairs, titleStarts: t.titleStarts,
  stopAt: here.stopAt, nameEnd: here.nameEnd, isPerson: here.isPerson, nameStarts: here.nameStarts, nameStops: here.nameStops, isNobody: here.isNobody, startsPredicate: here.startsPredicate,
});

/** What stands before each space of a text. */
export function beforeSpaces(text: string): string[] {
  const words = text.split(' ');
  return words.slice(1).map((_, n) => words.slice(0, n + 1).join(' '));
}

export function phraseTables(language: Language): Tables {
  const { words, titles } = language.tables;
  const { fold } = language.letters;
  const set = (name: string): ReadonlySet<string> => new Set((words[name] ?? []).map(fold));
  const titleWords = new Set(titles.map(([w]) => fold(w)));
  const pairs = titles.map(([w]) => w).filter((w) => w.includes(' '));
  const bodies = new Set(language.tables.heads.filter(([, type, kind]) => type === 'Organization' && kind !== 'office').map(([w]) => fold(w)));
  const mayBeTitle = language.words.flag((w) => titleWords.has(w.key) || w.readings.some((r) => titleWords.has(r.key)));
  const mayBeBody = language.words.flag((w) => bodies.has(w.key) || w.readings.some((r) => bodies.has(r.key)));
  return {
    isTitle: (i) => mayBeTitle(i.word) && (titleWords.has(i.a.key) || titleWords.has(i.word.key)),
    isBody: (i) => mayBeBody(i.word) && bodies.has(i.a.key),
    inner: set('inner-prepositions'), between: set('between'), memberOf: set('member-of'),
    pairs: new Map(Object.entries((words['marker-pairs'] ?? {}) as unknown as Record<string, string>)),
    inMarker: words['place-markers']?.[0] ?? '', moreThan: new Set(words['more-than']), partOf: new Set(words['part-of']), courtesy: new Set(words['courtesy']), collective: new Set(words['collective']), binomials: new Set(words['binomials']), thatPrepositions: new Set(language.tables.closed.filter(([, pos, , , parts]) => pos === 'adp' && parts?.split('+').length === 2).map(([form]) => form)), called: words['called']?.[0] ?? '', origin: new Set(words['origin']), articles: new Set(words['articles']), age: new Set(words['age']), quantity: words['instrument-marker']?.[0] ?? '', roads: new Set(words['roads']), construct: new Set(words['construct']), units: new Set(['measure', 'money', 'time']), closer: language.tables.letters.heh.vowel, vowels: new Set(words['end-vowels']), glide: language.tables.letters.semivowels.slice(-1), titlePairs: new Set(pairs), titleStarts: new Set(pairs.flatMap(beforeSpaces)), bodies,
  };
}
