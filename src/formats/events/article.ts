import type { Quad, Term as RdfTerm } from 'n3';
import { EVENT_TYPES, NEWS, news, type Term } from '../../model/vocabulary.js';
import { ENTITY_TYPES } from '../../model/types.js';
import { WIKIDATA } from '../network.js';
import { sorted } from '../rdf.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const SAME_AS = 'http://www.w3.org/2002/07/owl#sameAs';
const URL = 'https://schema.org/url';
const TYPES = new Set<string>(EVENT_TYPES);
const THINGS = new Set<string>(ENTITY_TYPES);

/** Words of an article: offsets are code points of the original text, end exclusive. */
export interface Words {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface Actor {
  readonly iri: string;
  readonly type: string;
  readonly ckb: string;
  readonly en: string;
  /** Q…, or ''. */
  readonly wikidata: string;
  /** What the article says it lies in, belongs to or holds a post in. */
  readonly within: readonly string[];
}

const WITHIN = (['locatedIn', 'memberOf', 'holdsPosition'] as const).map(news);

export interface ToldEvent {
  readonly iri: string;
  readonly type: string;
  readonly status: string;
  /** The rule's id, without its namespace. */
  readonly rule: string;
  readonly confidence: string;
  readonly article: { readonly iri: string; readonly url: string; readonly title: string; readonly publisher: string; readonly published: string };
  /** Who fills a role, by the name of the ontology's property. */
  actors(role: string): readonly Actor[];
  /** Words that fill a role. */
  words(role: Term): readonly Words[];
  /** Values of a role: times and counts. */
  values(role: Term): readonly { readonly value: string; readonly datatype: string }[];
}

type Node = ReadonlyMap<string, readonly RdfTerm[]>;

/** What the graph of one article tells, event by event, in the order of their numbers. */
export function toldEvents(quads: readonly Quad[]): ToldEvent[] {
  const nodes = new Map<string, Map<string, RdfTerm[]>>();
  const reporters = new Map<string, string>();
  for (const q of sorted(quads, true)) {
    const node = nodes.get(q.subject.value) ?? new Map<string, RdfTerm[]>();
    const objects = node.get(q.predicate.value) ?? [];
    objects.push(q.object);
    nodes.set(q.subject.value, node.set(q.predicate.value, objects));
    if (q.predicate.value === news('reports')) reporters.set(q.object.value, q.subject.value);
  }
  const values = (node: Node | undefined, property: string): readonly string[] => (node?.get(property) ?? []).map((o) => o.value);
  const one = (node: Node | undefined, property: string): string => values(node, property)[0] ?? '';
  const local = (iri: string): string => (iri.startsWith(NEWS) ? iri.slice(NEWS.length) : '');
  const typeOf = (node: Node | undefined, types: ReadonlySet<string>): string => values(node, RDF_TYPE).map(local).find((t) => types.has(t)) ?? '';

  const actor = (iri: string): Actor[] => {
    const node = nodes.get(iri), type = typeOf(node, THINGS);
    if (type === '') return [];
    const label = (language: string): string => (node?.get(LABEL) ?? []).find((o) => o.termType === 'Literal' && o.language === language)?.value ?? '';
    return [{ iri, type, ckb: label('ckb'), en: label('en'), wikidata: values(node, SAME_AS).find((o) => o.startsWith(WIKIDATA))?.slice(WIKIDATA.length) ?? '', within: WITHIN.flatMap((p) => values(node, p)) }];
  };
  const words = (iri: string): Words[] => {
    const node = nodes.get(iri);
    return node?.has(news('quote')) ? [{ quote: one(node, news('quote')), start: Number(one(node, news('start'))), end: Number(one(node, news('end'))) }] : [];
  };

  const events: ToldEvent[] = [];
  for (const [iri, node] of nodes) {
    const type = typeOf(node, TYPES);
    if (type === '') continue;
    const article = reporters.get(iri) ?? iri.replace(/\/event\/[^/]*$/, '');
    const about = nodes.get(article);
    events.push({
      iri, type, status: local(one(node, news('status'))), rule: one(node, news('foundBy')).replace(/^.*\//s, ''), confidence: one(node, news('confidence')),
      article: { iri: article, url: one(about, URL), title: one(about, news('title')), publisher: one(about, news('publisher')), published: one(about, news('published')) },
      actors: (role) => values(node, NEWS + role).flatMap(actor),
      words: (role) => values(node, news(role)).flatMap(words),
      values: (role) => (node.get(news(role)) ?? []).flatMap((o) => (o.termType === 'Literal' ? [{ value: o.value, datatype: o.datatype.value }] : [])),
    });
  }
  return events;
}
