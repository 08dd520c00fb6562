import { COPULA, type Pos } from '../analysis.js';
import type { Item } from './items.js';

/** What choosing asks of a language beyond the readings. */
export interface ChoiceTables {
  /** Nouns of settlements, whose plural lists them by name (folded). */
  readonly settlements: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
  /** Adjectives that are oftener met inside a chain of izafes than the nouns made of them by ی (folded). */
  readonly qualities: ReadonlySet<string>;
  /** Nouns of what is done that are oftener met before an izafe that is not written than those who do it (folded). */
  readonly deeds: ReadonlySet<string>;
  /** The clitic "their". */
  readonly their: string;
  /** The ending of the superlative. */
  readonly superlative: string;
  /** Nouns that end in this letter need no izafe written. */
  readonly glide: string;
  /** Prepositions whose bare noun is an abstract one: "with participation", not "with a participant". */
  readonly abstract: ReadonlySet<string>;
  /** Verbs that another one in the subjunctive depends on. */
  readonly governing: ReadonlySet<string>;
  /** Bodies that are called after a matter of state, and their posts (folded). */
  readonly ministries: ReadonlySet<string>;
  /** Pronouns that point to a clause after the verb. */
  readonly pointing: ReadonlySet<string>;
  /** Titles that are posts, of one word or the first of several (folded). */
  readonly posts: ReadonlySet<string>;
  /** Titles that only stand before names (folded). */
  readonly honorific: ReadonlySet<string>;
}

export const NOMINAL: ReadonlySet<Pos> = new Set<Pos>(['noun', 'adj', 'name', 'pron', 'num', 'det', 'dem']);
export const isNominal = (i: Item | undefined): boolean => i !== undefined && i.kind !== 'punct' && i.kind !== 'link' && i.kind !== 'hashtag' && NOMINAL.has(i.a.pos);
export const isVerb = (i: Item | undefined): boolean => i !== undefined && (i.a.pos === 'verb' || i.a.pos === 'cop' || ((i.a.flags & COPULA) !== 0 && i.a.pos !== 'name'));

/** Has a person: a verb or a copula of its own. */
export const isFinite = (i: Item): boolean => i.a.pos === 'verb' || i.a.pos === 'cop';
