import type { Quad } from 'n3';
import type { Article } from '../model/article.js';

/** A graph to be checked, and the articles it was made from where they are at hand. */
export interface Subject {
  readonly quads: readonly Quad[];
  /** By the IRI of the article. */
  readonly articles: ReadonlyMap<string, Article> | undefined;
  /** What is needed to say whether a name stands in a text: without it names are not compared. */
  readonly names?: Names;
  /** The country of a place by its IRI, where a list of names says it. */
  readonly countryOf?: (place: string) => string | undefined;
}

/** Names of things, in lists and in texts. */
export interface Names {
  /** What a name list calls an entity, by language; undefined for what it does not have. */
  listed(entity: string): Readonly<Record<string, string>> | undefined;
  /** The letters and digits of a text, in one spelling. */
  spelling(text: string): string;
}
