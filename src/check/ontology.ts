import { readFileSync } from 'node:fs';
import { Parser, Store, type Quad } from 'n3';

const file = (name: string): URL => new URL(`../../ontology/${name}`, import.meta.url);
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const OWL = 'http://www.w3.org/2002/07/owl#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

export const parseTurtle = (text: string): Quad[] => new Parser().parse(text);
export const ontologyText = (): string => readFileSync(file('news.ttl'), 'utf8');
export const shapesText = (): string => readFileSync(file('shapes.ttl'), 'utf8');
export const contextJson = (): unknown => JSON.parse(readFileSync(file('context.jsonld'), 'utf8'));

/** What checks ask of an ontology. */
export interface Ontology {
  readonly store: Store;
  readonly classes: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly individuals: ReadonlySet<string>;
  /** Classes of which nothing can be two. */
  readonly disjoint: readonly ReadonlySet<string>[];
  readonly functional: ReadonlySet<string>;
}

let cached: Ontology | undefined;
export const newsOntology = (): Ontology => (cached ??= readOntology(parseTurtle(ontologyText())));

/** Collects declarations and disjointness of an OWL ontology. */
export function readOntology(quads: readonly Quad[]): Ontology {
  const store = new Store([...quads]);
  const typed = (...types: string[]): Set<string> => new Set(types.flatMap((t) => store.getSubjects(RDF_TYPE, OWL + t, null).map((s) => s.value)));
  const disjoint: ReadonlySet<string>[] = [];
  for (const all of store.getSubjects(RDF_TYPE, `${OWL}AllDisjointClasses`, null)) {
    const members = store.getObjects(all, `${OWL}members`, null)[0];
    if (members) disjoint.push(new Set(list(store, members.value)));
  }
  for (const q of store.getQuads(null, `${OWL}disjointWith`, null, null)) disjoint.push(new Set([q.subject.value, q.object.value]));
  const classes = typed('Class');
  return {
    store, classes, disjoint,
    properties: typed('ObjectProperty', 'DatatypeProperty', 'AnnotationProperty'),
    individuals: new Set(store.getQuads(null, RDF_TYPE, null, null).filter((q) => classes.has(q.object.value)).map((q) => q.subject.value)),
    functional: new Set(store.getSubjects(RDF_TYPE, `${OWL}FunctionalProperty`, null).map((s) => s.value)),
  };
}

function list(store: Store, head: string): string[] {
  const lists = store.extractLists();
  return (lists[head] ?? []).map((t) => t.value);
}

/** Superclasses of a class, itself included. */
export function superClasses(o: Ontology, c: string): Set<string> {
  const all = new Set([c]);
  const queue = [c];
  for (let x = queue.pop(); x !== undefined; x = queue.pop()) {
    for (const up of o.store.getObjects(x, `${RDFS}subClassOf`, null)) if (up.termType === 'NamedNode' && !all.has(up.value)) {
      all.add(up.value);
      queue.push(up.value);
    }
  }
  return all;
}
