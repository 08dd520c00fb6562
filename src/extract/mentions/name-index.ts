import type { Analysis } from '../../language/analysis.js';
import type { Word } from '../../language/words.js';
import type { Item } from '../../language/context/items.js';
import type { Language } from '../../language/index.js';
import { push } from '../../language/lexicon.js';
import { beforeSpaces } from '../syntax/phrase-tables.js';
import type { EntityType } from '../../model/types.js';

/** One listed name, or another spelling of it. */
export interface Entry {
  readonly words: readonly string[];
  readonly type: EntityType;
  readonly id: string;
  /** Also an ordinary word: believed only beside a title, a role or another name. */
  readonly ambiguous: boolean;
  /** Where a body of state belongs (English, may be empty): every country has a parliament, ministries, police. */
  readonly of?: string;
}

const STATE = new Set(['government', 'ministry', 'parliament', 'court', 'force', 'agency', 'bank']);

export interface NameIndex {
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>;
  /** English names of places, by id. */
  readonly places: ReadonlyMap<string, string>;
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string>;
  readonly fold: (s: string) => string;
  /** Head nouns that name something without a complement (folded), and what. */
  readonly alone: ReadonlyMap<string, EntityType>;
  /** Nouns that govern the next one without izafe (خاوەن). */
  readonly construct: ReadonlySet<string>;
  /** Courtesies that stand inside names (folded). */
  readonly midName: ReadonlySet<string>;
  /** Posts of members and of reporters (folded): what they are of is a body. */
  readonly bodyPosts: ReadonlySet<string>;
  /** Posts called after what they are for (folded). */
  readonly ministers: ReadonlySet<string>;
  /** Honorifics that are also given names, but not before another name (folded). */
  readonly comrade: ReadonlySet<string>;
  /** Marker of "by the name of". */
  readonly called: string;
  /** What the lists say of a word form, wherever it stands. */
  readonly of: (word: Word) => NameFacts;
  /** Whether listed names may begin with a word form, and whether it may close the name of a broadcaster: most words do neither. */
  readonly begins: (word: Word) => boolean;
  readonly endsMedia: (word: Word) => boolean;
  /** Whether a word form, in any reading, is a title. */
  readonly mayBeTitle: (word: Word) => boolean;
  /** The whole word is a given name, a family name; a given name and an ordinary word. */
  readonly isGiven: (word: Word) => boolean;
  readonly isFamily: (word: Word) => boolean;
  readonly isAmbiguous: (word: Word) => boolean;
  /** One of its forms is a name that people are called by; one that is no ordinary word. */
  readonly isCalled: (word: Word) => boolean;
  readonly isOnlyName: (word: Word) => boolean;
  /** First words of titles of several words (folded). */
  readonly titleStarts: ReadonlySet<string>;
}

/** What the lists of names say of a word form. */
export interface NameFacts {
  /** Folded spellings it may have as the last word of a name: whole, or with endings cut off. */
  readonly forms: readonly string[];
  /** The listed names that begin with one of them, by the number of the form. */
  readonly listed: readonly (readonly [form: number, entries: readonly Entry[]])[];
  /** The form that closes the name of a broadcaster, or nothing. */
  readonly mediaEnd: string;
}

export function nameIndex(language: Language): NameIndex {
  const { fold } = language.letters;
  const byFirst = new Map<string, Entry[]>();
  language.tables.names.forEach((row, n) => {
    for (const { words, ambiguous } of language.lexicon.nameForms[n] ?? []) {
      const first = words[0];
      if (first !== undefined) push(byFirst, first, { words, type: row[1] as EntityType, id: row[0], ambiguous, ...(row[1] === 'Organization' && STATE.has(row[3]) ? { of: row[6] } : {}) });
    }
  });
  for (const list of byFirst.values()) if (list.length > 1) list.sort((a, b) => b.words.length - a.words.length);
  const places = new Map(language.tables.names.filter((row) => row[1] === 'Place').map((row) => [row[0], row[4]]));
  const given = new Set<string>(), family = new Set<string>();
  for (const row of language.tables.given) {
    const key = fold(row[0]), kind = row[1];
    if (kind !== 'family') given.add(key);
    if (kind !== 'given') family.add(key);
  }
  const titles = new Map(language.tables.titles.map(([w, kind]) => [fold(w), kind]));
  const ambiguous = language.lexicon.ambiguousNames;
  const mediaEnds = new Set((language.tables.words['media-ends'] ?? []).map(fold));
  const called = (f: string): boolean => given.has(f) || family.has(f);
  const factsOf = (word: Word): NameFacts => {
    const all = formsOf(word, fold);
    const listed: (readonly [number, readonly Entry[]])[] = [];
    all.forEach((f, n) => {
      const entries = byFirst.get(f);
      if (entries) listed.push([n, entries]);
    });
    return { forms: all, listed, mediaEnd: all.find((f) => mediaEnds.has(f)) ?? '' };
  };
  const { ask, flag } = language.words;
  const of = ask(factsOf);
  return { byFirst, places, given, family, ambiguous, titles, fold, alone: new Map(language.tables.heads.filter(([, , kind]) => kind === 'alone').map(([w, type]) => [fold(w), type as EntityType])), construct: new Set(language.tables.words['construct']), midName: new Set((language.tables.words['mid-names'] ?? []).map(fold)), ministers: new Set((language.tables.words['ministers'] ?? []).map(fold)), bodyPosts: new Set([...(language.tables.words['member-titles'] ?? []), ...(language.tables.words['media-posts'] ?? [])].map(fold)), comrade: new Set((language.tables.words['comrade'] ?? []).map(fold)), called: language.tables.words['called']?.[0] ?? '', titleStarts: new Set([...titles.keys()].flatMap(beforeSpaces)), of,
    mayBeTitle: flag((w) => titles.has(w.key) || w.readings.some((r) => titles.has(r.key))),
    begins: flag((w) => of(w).listed.length > 0), endsMedia: flag((w) => of(w).mediaEnd !== ''),
    isGiven: flag((w) => given.has(w.key)), isFamily: flag((w) => family.has(w.key)), isAmbiguous: flag((w) => ambiguous.has(w.key)), isCalled: flag((w) => of(w).forms.some(called)), isOnlyName: flag((w) => of(w).forms.some((f) => called(f) && !ambiguous.has(f))),
  };
}

/** The folded forms of a word: whole, or with endings cut off. */
function formsOf(word: Word, fold: (s: string) => string): string[] {
  const out = [word.key];
  for (const r of word.readings) {
    // a name is not cut open for "my" or "your" (موسلیم is not Mosul)
    if (r.pos === 'verb' || r.stem === word.text.length || r.clitic.startsWith('1') || r.clitic.startsWith('2')) continue;
    for (const end of cuts(r)) {
      const f = fold(word.text.slice(0, end));
      if (!out.includes(f)) out.push(f);
    }
  }
  return out;
}


/** Folded spellings a word may have as the last word of a name: whole, or with endings cut off. */
export const forms = (item: Item, index: NameIndex): readonly string[] => index.of(item.word).forms;

/** Where a word may be cut: behind its stem, or behind its plural, which may belong to the name ("Ministry of Martyrs"). */
const cuts = (r: Analysis): readonly number[] => (r.core > r.stem ? [r.stem, r.core] : [r.stem]);

/** How many letters of a name's last word are the name: all of them, or those before its endings. */
export function kept(item: Item, word: string, index: NameIndex): number {
  if (item.word.key === word) return item.text.length;
  for (const r of item.readings) if (r.pos !== 'verb') for (const end of cuts(r)) if (index.fold(item.text.slice(0, end)) === word) return end;
  return item.text.length;
}
