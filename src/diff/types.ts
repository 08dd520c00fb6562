import type { Words } from '../explain/index.js';

/** One value as a person reads it: a thing by its name, a passage by its words, a literal by its text. */
export interface Item {
  readonly iri?: string;
  readonly name?: string;
  readonly words?: Words;
  readonly value?: string;
  readonly language?: string;
  /** Not said for plain strings. */
  readonly datatype?: string;
}

/** What one property said before and says now. */
export interface Change {
  /** The ontology's own name of the property: `guest`, `status`, `source`, `time`, `evidence`, `label` … */
  readonly what: string;
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

export interface EntityInfo {
  readonly iri: string;
  readonly name: string;
  readonly types: readonly string[];
}

export interface EntityChange extends EntityInfo {
  readonly changes: readonly Change[];
}

/** An event or relation with all that is said of it. */
export interface NodeInfo {
  readonly iri: string;
  readonly type: string;
  readonly sentence: Words | undefined;
  readonly trigger: Words | undefined;
  readonly says: readonly { readonly what: string; readonly items: readonly Item[] }[];
}

/** One event or relation of both graphs, of which something else is said. `was` is its IRI in the old graph. */
export interface NodeChange extends NodeInfo {
  readonly was: string;
  readonly changes: readonly Change[];
}

export interface FactInfo {
  readonly subject: Item;
  readonly predicate: string;
  readonly object: Item;
  /** The events and relations that state it, and the sentence of the first of them. */
  readonly statedBy: readonly string[];
  readonly sentence: Words | undefined;
}

/** A passage and what it names. */
export interface MentionInfo {
  readonly words: Words | undefined;
  readonly passage: string;
  readonly denotes: Item;
}

export interface MentionChange {
  readonly words: Words | undefined;
  readonly passage: string;
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

export interface Sides<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}
export interface Three<T, C> extends Sides<T> {
  readonly changed: readonly C[];
}

export interface ArticleDiff {
  /** Its IRI; '' for what belongs to no article. */
  readonly article: string;
  readonly status: 'added' | 'removed' | 'changed';
  /** What is said of the article itself: title, date, publisher, address. */
  readonly changes: readonly Change[];
  readonly events: Three<NodeInfo, NodeChange>;
  readonly relations: Three<NodeInfo, NodeChange>;
  readonly facts: Sides<FactInfo>;
  readonly mentions: Three<MentionInfo, MentionChange>;
  /** Passages of one IRI that quote something else. */
  readonly passages: readonly { readonly passage: string; readonly changes: readonly Change[] }[];
}

interface Count {
  readonly added: number;
  readonly removed: number;
}
interface Count3 extends Count {
  readonly changed: number;
}

export interface Counts {
  readonly articles: Count3;
  readonly entities: Count3;
  readonly events: Count3;
  readonly relations: Count3;
  readonly facts: Count;
  readonly mentions: Count3;
  /** Passages of one IRI that quote something else. */
  readonly passages: number;
  /** Events, relations, facts and mentions that say the same under another number or at another place. */
  readonly moved: number;
  /** Statements that only stand in another article's graph now. */
  readonly restated: number;
  readonly statements: Count;
}

/** What changed between two graphs. */
export interface GraphDiff {
  readonly same: boolean;
  readonly counts: Counts;
  readonly entities: Three<EntityInfo, EntityChange>;
  readonly articles: readonly ArticleDiff[];
  /** Statements that are none of the above, as N-Quads. */
  readonly other: Sides<string>;
}
