import type { LetterTable } from '../../language/tables.js';
import type { EntityType, Status } from '../../model/types.js';

/** A label in the two languages of the page; either may be missing. */
export interface Names {
  readonly ckb?: string;
  readonly en?: string;
}

/** One article: its whole text, or the stretches of it that the graph quotes. */
export interface PageArticle {
  readonly iri: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  /** The text that is shown. Where it is not whole, stretches that do not follow each other stand on lines of their own. */
  readonly text: string;
  readonly whole: boolean;
}

/** Whatever stands at an end of a direct fact and is no passage. */
export interface PageEntity {
  readonly iri: string;
  /** '' for what has none of the types of entities. */
  readonly type: EntityType | '';
  readonly name: Names;
  /** Other spellings. */
  readonly also?: readonly string[];
  readonly sameAs?: readonly string[];
}

/** A passage that the text shows: article, first and last offset (UTF-16 units of the text that is shown, half open), and the entities that it names. */
export interface PagePassage {
  /** As `shortIri` writes it. */
  readonly iri: string;
  readonly article: number;
  readonly from: number;
  readonly to: number;
  /** The quote, where it does not stand in the text that is shown (then `from` equals `to`). */
  readonly quote?: string;
  readonly names?: readonly number[];
  /** What the grammar says of its words, of words that tell an event: numbers of `readings`. */
  readonly words?: readonly number[];
}

/** One reading of one word, as grammars print it. */
export interface PageReading {
  readonly word: string;
  readonly lemma: string;
  readonly pos: string;
  readonly morphemes: readonly string[];
}

/** An event, or a lasting relation (a post, a membership …). */
export interface PageEvent {
  /** As `shortIri` writes it. */
  readonly iri: string;
  readonly kind: 'event' | 'relation';
  /** Its class in the ontology: `Meeting`, `Tenure` … */
  readonly type: string;
  /** -1 where no article is known. */
  readonly article: number;
  readonly status: Status;
  /** The entity that says so. */
  readonly source?: number;
  readonly time?: string;
  readonly rule?: string;
  readonly confidence?: number;
  /** Passages. */
  readonly triggers: readonly number[];
  readonly sentence?: number;
  /** Entities that take part, in any role. */
  readonly who: readonly number[];
  /** All its statements: predicate and object by turns, as numbers of `terms`. */
  readonly says: readonly number[];
}

/** A fact as it is drawn: from an entity (number) to an entity (number) or to a passage (-1 minus its number). */
export interface PageLink {
  readonly from: number;
  readonly to: number;
  /** A direct property of the ontology, by its short name. */
  readonly property: string;
  /** The graph states it as a direct fact. What is negated or only possible it does not. */
  readonly direct: boolean;
  /** The events and relations that say so. */
  readonly events: readonly number[];
}

/** Where things lie on the map of a large graph. Places are whole numbers; the map is about `size` wide and high. */
export interface PageMap {
  readonly size: number;
  /** x, y by turns, in the order of the entities. */
  readonly at: readonly number[];
  /** The community of each entity, in the order of the entities. */
  readonly of: readonly number[];
  /** x, y, radius and the entity that names it; the largest first. */
  readonly communities: readonly (readonly [x: number, y: number, radius: number, entity: number])[];
}

/** All that the page knows. Made by `pageData`; read-only JSON. */
export interface PageData {
  readonly version: 1;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly letters: LetterTable;
  /** Labels of the classes and properties that occur. */
  readonly words: Readonly<Record<string, Names>>;
  readonly articles: readonly PageArticle[];
  readonly entities: readonly PageEntity[];
  readonly passages: readonly PagePassage[];
  readonly events: readonly PageEvent[];
  readonly links: readonly PageLink[];
  readonly readings: readonly PageReading[];
  /** RDF terms of which events are said: an entity (its number), a passage (-1 minus its number), or as n3 spells terms (IRIs bare, literals in quotes). */
  readonly terms: readonly (string | number)[];
  /** Only where there are too many entities to lay out one by one. */
  readonly map?: PageMap;
}

/** Up to this many entities the page draws boxes with words; above it, a map. */
export const FEW = 220;
