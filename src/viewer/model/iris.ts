import type { PageData, PageEvent } from './types.js';

/** Stands for the IRI of the article; no absolute IRI begins with it. */
const ARTICLE = '~';

/** An IRI without the beginning that it shares with its article's: a large graph has hundreds of thousands of them. */
export const shortIri = (iri: string, article: string): string => (article !== '' && iri.startsWith(article) ? ARTICLE + iri.slice(article.length) : iri);

const whole = (data: PageData, iri: string, article: number): string => (iri.startsWith(ARTICLE) ? (data.articles[article]?.iri ?? '') + iri.slice(ARTICLE.length) : iri);

export const eventIri = (data: PageData, e: PageEvent): string => whole(data, e.iri, e.article);

/** The IRI of an end of a fact: an entity (its number) or a passage (-1 minus its number). */
export function thingIri(data: PageData, n: number): string {
  if (n >= 0) return data.entities[n]?.iri ?? '';
  const p = data.passages[-1 - n];
  return p ? whole(data, p.iri, p.article) : '';
}

/** A term as n3 spells it. */
export function termOf(data: PageData, number: number): string {
  const term = data.terms[number] ?? '';
  return typeof term === 'number' ? thingIri(data, term) : term;
}
