import type { Analysis } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import type { Language } from '../../language/index.js';
import { push } from '../../language/lexicon.js';
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
  /** Posts of members and of reporters (folded): what they are of is a body. */
  readonly bodyPosts: ReadonlySet<string>;
  /** Posts called after what they are for (folded). */
  readonly ministers: ReadonlySet<string>;
  /** Honorifics that are also given names, but not before another name (folded). */
  readonly comrade: ReadonlySet<string>;
  /** Marker of "by the name of". */
  readonly called: string;
  /** Words that close the names of broadcasters and newspapers (folded). */
  readonly mediaEnds: ReadonlySet<string>;
  /** Forms of a word, by its readings (which are made once a word form). */
  readonly forms: WeakMap<readonly Analysis[], readonly string[]>;
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
  return { byFirst, places, given, family, ambiguous: language.lexicon.ambiguousNames, titles, fold, alone: new Map(language.tables.heads.filter(([, , kind]) => kind === 'alone').map(([w, type]) => [fold(w), type as EntityType])), construct: new Set(language.tables.words['construct']), ministers: new Set((language.tables.words['ministers'] ?? []).map(fold)), bodyPosts: new Set([...(language.tables.words['member-titles'] ?? []), ...(language.tables.words['media-posts'] ?? [])].map(fold)), comrade: new Set((language.tables.words['comrade'] ?? []).map(fold)), called: language.tables.words['called']?.[0] ?? '', mediaEnds: new Set((language.tables.words['media-ends'] ?? []).map(fold)), forms: new WeakMap() };
}

/** Folded spellings a word may have as the last word of a name: whole, or with endings cut off. */
export function forms(item: Item, index: NameIndex): readonly string[] {
  const cached = index.forms.get(item.readings);
  if (cached) return cached;
  const whole = index.fold(item.text);
  if (item.readings.length === 0) return [whole];
  const out = [whole];
  for (const r of item.readings) {
    // a name is not cut open for "my" or "your" (موسلیم is not Mosul)
    if (r.pos === 'verb' || r.stem === item.text.length || r.clitic.startsWith('1') || r.clitic.startsWith('2')) continue;
    for (const end of cuts(r)) {
      const f = index.fold(item.text.slice(0, end));
      if (!out.includes(f)) out.push(f);
    }
  }
  index.forms.set(item.readings, out);
  return out;
}

/** Where a word may be cut: behind its stem, or behind its plural, which may belong to the name ("Ministry of Martyrs"). */
const cuts = (r: Analysis): readonly number[] => (r.core > r.stem ? [r.stem, r.core] : [r.stem]);

/** How many letters of a name's last word are the name: all of them, or those before its endings. */
export function kept(item: Item, word: string, index: NameIndex): number {
  if (index.fold(item.text) === word) return item.text.length;
  for (const r of item.readings) if (r.pos !== 'verb') for (const end of cuts(r)) if (index.fold(item.text.slice(0, end)) === word) return end;
  return item.text.length;
}
