import { NEWS } from '../../model/vocabulary.js';
import type { Lang } from './dates.js';
import { passageFor, quoteOf, type Reading } from './reading.js';
import type { Names, PageData, PageEvent, PageLink } from './types.js';

/** A name in the asked language, else in the other one. */
export const inLanguage = (names: Names | undefined, lang: Lang): string | undefined => (lang === 'ckb' ? names?.ckb ?? names?.en : names?.en ?? names?.ckb);

/** The name of an entity: its label, another spelling, else the end of its IRI. Never empty. */
export function entityName(data: PageData, n: number, lang: Lang): string {
  const e = data.entities[n];
  return inLanguage(e?.name, lang) || e?.also?.[0] || lastPart(e?.iri ?? '') || '?';
}

/** The name of an end of a fact: an entity, or the words of a passage. */
export const thingName = (data: PageData, n: number, lang: Lang): string => (n < 0 ? quoteOf(data, -1 - n) : entityName(data, n, lang));

/** The label of a class, property or status of the ontology; its own name where there is none. */
export const word = (data: PageData, term: string, lang: Lang): string => inLanguage(Object.hasOwn(data.words, term) ? data.words[term] : undefined, lang) ?? term;

/** What is written on a fact: the post that somebody holds, where the text names it; else the property. */
export function factLabel(r: Reading, link: PageLink, lang: Lang): string {
  if (link.property === 'holdsPosition') for (const e of link.events) {
    const passage = passageFor(r.data, r.data.events[e] as PageEvent, `${NEWS}post`);
    if (passage !== undefined) return quoteOf(r.data, passage);
  }
  return word(r.data, link.property, lang);
}

/** The title of an article, else who published it, else the end of its IRI. */
export function articleName(data: PageData, n: number): string {
  const a = data.articles[n];
  return a?.title || a?.publisher || lastPart(a?.iri ?? '') || '?';
}

function lastPart(iri: string): string {
  const end = iri.split(/[/#]/).findLast((part) => part !== '') ?? iri;
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}
