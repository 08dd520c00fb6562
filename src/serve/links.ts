/** Where a page of this server shows an IRI of the graph: its own path under the base, else by its name (so do passages: what stands behind # is not sent). */
export function pathOf(iri: string, base: string): string {
  const rest = iri.startsWith(base) ? iri.slice(base.length) : '';
  return /^(entity|article)\/[^#?]+$/.test(rest) ? `/${rest}` : `/resource?iri=${encodeURIComponent(iri.toWellFormed())}`;
}

/** The same in a language that was chosen. */
export function linkTo(iri: string, base: string, lang: 'ckb' | 'en'): string {
  const path = pathOf(iri, base);
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** Where a thing is read beside its articles: behind # stands the language in which that page begins. */
export const roomOf = (iri: string, base: string, lang: 'ckb' | 'en'): string => `/view${linkTo(iri, base, lang).replace(/^\/resource(?=\?)/, '')}#lang=${lang}`;

/** The IRI that a path of this server stands for, as it was written in the request: nothing is decoded. */
export const iriOfPath = (path: string, base: string): string => base + path.slice(1);

/** An address outside that may be followed: nothing but http and https. */
export const isWeb = (iri: string): boolean => /^https?:\/\//i.test(iri);
