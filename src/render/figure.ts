import type { Quad } from 'n3';
import { explain, indexGraph, nameOf, type Explanation, type Index } from '../explain/index.js';
import { ENTITY_TYPES, type EntityType } from '../model/types.js';
import { DIRECT, news, type Term } from '../model/vocabulary.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

export interface FigureNode {
  readonly key: string;
  readonly type: EntityType;
  readonly label: string;
  readonly english: string;
}

/** A direct fact between two entities. */
export interface FigureEdge {
  readonly from: string;
  readonly to: string;
  /** The fact holds in both directions. */
  readonly both: boolean;
  /** Every event behind it is planned. */
  readonly planned: boolean;
  readonly label: string;
  /** Name of the property, and when it happened where the graph says so. */
  readonly english: string;
}

/** What a figure of a graph shows, before anything has a place. Sorted by key. */
export interface Figure {
  readonly title: string;
  readonly nodes: readonly FigureNode[];
  readonly edges: readonly FigureEdge[];
  /** Kurdish names of the entity types. */
  readonly types: Readonly<Partial<Record<EntityType, string>>>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const first = (index: Index, subject: string, term: Term): string | undefined => index.out.get(subject)?.get(news(term))?.[0];

/** Arranges the entities of a graph and the direct facts between them; entities without such a fact are left out. */
export function figureOf(graph: readonly Quad[], ontology: readonly Quad[]): Figure {
  const index = indexGraph(graph);
  const terms = indexGraph(ontology);
  const type = (iri: string): EntityType | undefined => ENTITY_TYPES.find((t) => index.out.get(iri)?.get(RDF_TYPE)?.includes(news(t)));
  const edges = DIRECT.flatMap((d) => edgesOf(index, terms, d.property, type));
  edges.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.english, b.english));
  const shown = [...new Set(edges.flatMap((e) => [e.from, e.to]))].sort(compare);
  const nodes = shown.map((key): FigureNode => {
    const label = nameOf(index, key);
    const english = englishOf(graph, key);
    return { key, type: type(key) as EntityType, label, english: english === label ? '' : english };
  });
  const types = Object.fromEntries(ENTITY_TYPES.filter((t) => nodes.some((n) => n.type === t)).map((t) => [t, nameOf(terms, news(t))]));
  return { title: titleOf(index, nodes.length, edges.length), nodes, edges, types };
}

const englishOf = (graph: readonly Quad[], iri: string): string =>
  graph.find((q) => q.subject.value === iri && q.predicate.value === LABEL && q.object.termType === 'Literal' && q.object.language === 'en')?.object.value ?? '';

function edgesOf(index: Index, terms: Index, property: Term, type: (iri: string) => EntityType | undefined): FigureEdge[] {
  const why = new Map<string, Explanation[]>();
  for (const e of explain(index, undefined, property, undefined)) {
    const key = `${e.subject} ${e.object}`;
    why.set(key, [...(why.get(key) ?? []), e]);
  }
  const out: FigureEdge[] = [];
  for (const [from, own] of index.out) for (const to of own.get(news(property)) ?? []) {
    if (from === to || !type(from) || !type(to)) continue;
    const both = index.out.get(to)?.get(news(property))?.includes(from) ?? false;
    if (both && to < from) continue;
    const reasons = [...(why.get(`${from} ${to}`) ?? []), ...(both ? (why.get(`${to} ${from}`) ?? []) : [])];
    const day = reasons.map((e) => first(index, e.event, 'time')).find((t) => t !== undefined);
    const post = reasons.map((e) => first(index, first(index, e.event, 'post') ?? '', 'quote')).find((q) => q !== undefined);
    out.push({
      from, to, both, planned: reasons.length > 0 && reasons.every((e) => e.status === 'planned'),
      label: post ?? nameOf(terms, news(property)), english: day ? `${property} · ${day}` : property,
    });
  }
  return out;
}

/** "Rudaw, 2021-07-17: 12 entities, 13 facts" for one article, the number of articles for more. */
function titleOf(index: Index, entities: number, facts: number): string {
  const articles = [...index.out].filter(([, own]) => own.get(RDF_TYPE)?.includes(news('Article'))).map(([iri]) => iri);
  const only = articles.length === 1 ? (articles[0] as string) : undefined;
  const what = only === undefined ? `${articles.length} articles`
    : [first(index, only, 'publisher'), first(index, only, 'published')].filter((x) => x !== undefined).join(', ') || decodeURIComponent(only.replace(/^.*\//, ''));
  return `${what}: ${entities} entities, ${facts} facts between them`;
}
