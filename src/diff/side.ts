import type { Quad, Term as RdfTerm } from 'n3';
import { articleOf, RDF_TYPE, shortName, words } from '../explain/graph-index.js';
import { indexGraph, kindOf, nameOf, type Index, type Kind } from '../explain/index.js';
import { RULE_BASE } from '../graph/iris.js';
import { NEWS } from '../model/vocabulary.js';
import { idOf } from './statements.js';
import type { Item } from './types.js';

export type Lang = 'ckb' | 'en';

/** One of the two graphs: arranged for look-ups, with the terms of the subjects that are of interest. */
export interface Side {
  readonly index: Index;
  readonly lang: Lang;
  /** Subject → property → terms by their ids, only of subjects about which the graphs differ. */
  readonly terms: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, RdfTerm>>>;
  kind(iri: string): Kind | undefined;
}

export function createSide(quads: readonly Quad[], subjects: ReadonlySet<string>, lang: Lang): Side {
  const index = indexGraph(quads);
  const terms = new Map<string, Map<string, Map<string, RdfTerm>>>();
  for (const q of quads) {
    if (!subjects.has(q.subject.value)) continue;
    let own = terms.get(q.subject.value);
    if (!own) terms.set(q.subject.value, (own = new Map()));
    let list = own.get(q.predicate.value);
    if (!list) own.set(q.predicate.value, (list = new Map()));
    list.set(idOf(q.object), q.object);
  }
  return { index, lang, terms, kind: (iri) => kindOf(index, iri) };
}

const STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** A value as a person reads it. */
export function item(side: Side, term: RdfTerm): Item {
  if (term.termType === 'Literal') return { value: term.value, ...(term.language ? { language: term.language } : term.datatype.value === STRING ? {} : { datatype: term.datatype.value }) };
  if (term.termType !== 'NamedNode') return { value: idOf(term) };
  const quoted = words(side.index, term.value);
  if (quoted) return { iri: term.value, words: quoted };
  if (term.value.startsWith(NEWS) || term.value.startsWith(RULE_BASE)) return { iri: term.value, name: shortName(term.value) };
  return { iri: term.value, name: nameOf(side.index, term.value, side.lang) };
}

/**
 * What makes two values one: a passage says the same wherever it stands in its article; everything else is the same only as the same term.
 * With `here` a passage has its place too.
 */
export function itemKey(side: Side, i: Item, here = false): string {
  if (i.words && i.iri !== undefined) return JSON.stringify(['p', here ? i.iri : articleOf(side.index, i.iri), i.words.quote]);
  return JSON.stringify(i.iri === undefined ? ['l', i.value, i.language, i.datatype] : ['i', i.iri]);
}

/** The ontology's short name of a property; IRIs of other vocabularies by their last part. */
export const propertyName = (iri: string): string => (iri === RDF_TYPE ? 'type' : iri === `${NEWS}foundBy` ? 'rule' : iri.startsWith(NEWS) ? iri.slice(NEWS.length) : iri.replace(/^.*[/#](?=.)/s, ''));

/** All that is said of a subject: property → values. */
export const said = (side: Side, subject: string, of: (property: string) => boolean = () => true): Map<string, Item[]> =>
  new Map([...(side.terms.get(subject) ?? [])].filter(([p]) => of(p)).map(([p, list]) => [p, [...list].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, t]) => item(side, t))]));
