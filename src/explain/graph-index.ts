import type { Quad } from 'n3';
import { NEWS, news, type Term } from '../model/vocabulary.js';

export const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
export const ALT = 'http://www.w3.org/2004/02/skos/core#altLabel';
export const SAME_AS = 'http://www.w3.org/2002/07/owl#sameAs';
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** A passage of an article, with where it stands (code points). */
export interface Words {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

type Lists = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A graph arranged for questions about single things. Every look-up takes the same time, however large the graph is. */
export interface Index {
  /** Subject → property → values. */
  readonly out: Lists;
  /** What carries a label, by the label in small letters. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Thing → rdfs:label or skos:altLabel → its labels, each behind its language and a space. */
  readonly names: Lists;
  /** Class → its nodes, in the order in which the graph names them. */
  readonly nodes: ReadonlyMap<string, readonly string[]>;
  /** IRI → property → who points at it. Made when it is first asked for. */
  readonly into: Lists;
  readonly quads: readonly Quad[];
}

/** Lists up to this length are searched; longer ones have a set beside them. */
const SHORT = 16;

/** Two-step lists without doubles. */
function createLists(): { readonly lists: Map<string, Map<string, string[]>>; add(key: string, property: string, value: string): void } {
  const lists = new Map<string, Map<string, string[]>>();
  const sets = new Map<string[], Set<string>>();
  const has = (list: string[], value: string): boolean => {
    if (list.length < SHORT) return list.includes(value);
    let set = sets.get(list);
    if (!set) sets.set(list, (set = new Set(list)));
    return set.has(value);
  };
  return {
    lists,
    add: (key, property, value) => {
      let own = lists.get(key);
      if (!own) lists.set(key, (own = new Map()));
      let list = own.get(property);
      if (!list) own.set(property, (list = []));
      if (has(list, value)) return;
      list.push(value);
      sets.get(list)?.add(value);
    },
  };
}

export function indexGraph(quads: readonly Quad[]): Index {
  const out = createLists(), called = createLists(), typed = createLists(), names = createLists();
  for (const q of quads) {
    out.add(q.subject.value, q.predicate.value, q.object.value);
    if (q.predicate.value !== LABEL && q.predicate.value !== ALT) continue;
    called.add('', q.object.value.toLowerCase(), q.subject.value);
    names.add(q.subject.value, q.predicate.value, `${q.object.termType === 'Literal' ? q.object.language : ''} ${q.object.value}`);
  }
  for (const [node, own] of out.lists) for (const type of own.get(RDF_TYPE) ?? []) typed.add('', type, node);
  let into: Lists | undefined;
  return {
    out: out.lists, labels: called.lists.get('') ?? new Map(), names: names.lists, nodes: typed.lists.get('') ?? new Map(), quads,
    get into() {
      return (into ??= pointers(quads));
    },
  };
}

function pointers(quads: readonly Quad[]): Lists {
  const into = createLists();
  for (const q of quads) if (q.object.termType === 'NamedNode') into.add(q.object.value, q.predicate.value, q.subject.value);
  return into.lists;
}

/** All values of a property of a node, and the first of them. */
export const all = (index: Index, s: string, term: Term): readonly string[] => index.out.get(s)?.get(news(term)) ?? [];
export const first = (index: Index, s: string, term: Term): string | undefined => all(index, s, term)[0];

export function words(index: Index, passage: string | undefined): Words | undefined {
  if (passage === undefined) return undefined;
  const quote = first(index, passage, 'quote');
  return quote === undefined ? undefined : { quote, start: Number(first(index, passage, 'start')), end: Number(first(index, passage, 'end')) };
}

/** The article of a passage: the one it is said to stand in, else its IRI without what follows the #. */
export const articleOf = (index: Index, passage: string): string => first(index, passage, 'inArticle') ?? passage.replace(/#.*$/s, '');

/** The last part of an IRI of the ontology or of a rule. */
export const shortName = (iri: string): string => (iri.startsWith(NEWS) ? iri.slice(NEWS.length) : iri.replace(/^.*\//s, ''));

/** A name of a thing and its language; '' where none is said. */
export interface Label {
  readonly text: string;
  readonly language: string;
}

/** The labels, or the alternative labels, of a thing. */
export const labelsOf = (index: Index, iri: string, property: typeof LABEL | typeof ALT): Label[] => (index.names.get(iri)?.get(property) ?? []).map((l) => ({ language: l.slice(0, l.indexOf(' ')), text: l.slice(l.indexOf(' ') + 1) }));

/** The name of a node as a person says it: the label in that language, else any label, else the quoted words, else the IRI. */
export function nameOf(index: Index, iri: string, lang: 'ckb' | 'en' = 'ckb'): string {
  const labels = index.names.get(iri)?.get(LABEL);
  const own = labels?.find((l) => l.startsWith(`${lang} `)) ?? labels?.[0];
  return own?.slice(own.indexOf(' ') + 1) ?? first(index, iri, 'quote') ?? iri;
}
