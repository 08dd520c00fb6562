import type { Language } from '../../language/index.js';
import type { EntityType } from '../../model/types.js';
import type { NameIndex } from './name-index.js';

export interface FillerTables {
  readonly names: NameIndex;
  readonly heads: ReadonlyMap<string, { readonly type: EntityType; readonly kind: string }>;
  /** Adjectives for "other" (folded). */
  readonly others: ReadonlySet<string>;
  /** Posts whose office is called after its matter (وەزیری تەندروستی): that matter is no body (folded). */
  readonly ministers: ReadonlySet<string>;
  /** "under the leadership of" and its like: whose, not what body (folded). */
  readonly manner: ReadonlySet<string>;
  /** Places and facilities that are named after persons (folded). */
  readonly namedAfter: ReadonlySet<string>;
  /** The Arabic article inside names. */
  readonly articles: ReadonlySet<string>;
  /** Nouns for forces, which are one body in the plural too (folded). */
  readonly forces: ReadonlySet<string>;
  /** Nouns for people that mean all of them also in the singular (folded). */
  readonly collective: ReadonlySet<string>;
  /** Nouns for fighters, who are called by the body that they fight for (folded). */
  readonly fighters: ReadonlySet<string>;
  /** Nouns for a speaker who is not named (folded). */
  readonly vague: ReadonlySet<string>;
  /** Prepositions before where somebody or something is (folded). */
  readonly whereabouts: ReadonlySet<string>;
  /** Nouns for anybody (folded). */
  readonly anybody: ReadonlySet<string>;
  /** The vowel that closes a noun before its adjective (هێزە کوردییەکان). */
  readonly closer: string;
}

export function fillerTables(language: Language, names: NameIndex): FillerTables {
  const heads = new Map(language.tables.heads.map(([w, type, kind]) => [language.letters.fold(w), { type: type as EntityType, kind }]));
  const list = (name: string): ReadonlySet<string> => new Set((language.tables.words[name] ?? []).map(language.letters.fold));
  return { names, heads, others: list('others'), vague: list('vague-agent'), forces: list('forces'), collective: list('collective'), fighters: list('fighters'), ministers: list('ministers'), manner: list('manner'), namedAfter: list('named-after'), articles: list('articles'), anybody: list('anybody'), whereabouts: list('whereabouts'), closer: language.tables.letters.heh.vowel };
}
