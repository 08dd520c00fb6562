import type { Quad } from 'n3';
import type { Article } from '../model/article.js';

/** A graph to be checked, and the articles it was made from where they are at hand. */
export interface Subject {
  readonly quads: readonly Quad[];
  /** By the IRI of the article. */
  readonly articles: ReadonlyMap<string, Article> | undefined;
  /** The country of a place by its IRI, where a list of names says it. */
  readonly countryOf?: (place: string) => string | undefined;
}
