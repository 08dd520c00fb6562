import { readFileSync } from 'node:fs';
import { Parser, type Quad } from 'n3';

const file = (name: string): URL => new URL(`../../ontology/${name}`, import.meta.url);
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const OWL = 'http://www.w3.org/2002/07/owl#';
const SUB_CLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

export const parseTurtle = (text: string): Quad[] => new Parser().parse(text);
export const ontologyText = (): string => readFileSync(file('news.ttl'), 'utf8');
export const shapesText = (): string => readFileSync(file('shapes.ttl'), 'utf8');
export const contextJson = (): unknown => JSON.parse(readFileSync(file('context.jsonld'), 'utf8'));

/** What checks ask of an ontology. */
export interface Ontology {
  readonly classes: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly individuals: ReadonlySet<string>;
  /** Statements that one named class is under another. */
  readonly subClasses: readonly Quad[];
  /** Superclasses of each class that has any, itself included. */
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
  /** Classes of which nothing can be two. */
  readonly disjoint: readonly ReadonlySet<string>[];
  readonly functional: ReadonlySet<string>;
  readonly irreflexive: ReadonlySet<string>;
}

let ontology: Ontology | undefined;
let shapes: Quad[] | undefined;
/** The ontology and the shapes of the package, each read once. */
export const newsOntology = (): Ontology => (ontology ??= readOntology(parseTurtle(ontologyText())));
export const newsShapes = (): readonly Quad[] => (shapes ??= parseTurtle(shapesText()));

/** Collects declarations and disjointness of an OWL ontology. */
export function readOntology(quads: readonly Quad[]): Ontology {
  const byType = new Map<string, Set<string>>();
  const first = new Map<string, string>(), rest = new Map<string, string>(), members = new Map<string, string>();
  const disjoint: ReadonlySet<string>[] = [];
  const subClasses: Quad[] = [];
  for (const q of quads) {
    const s = q.subject.value, o = q.object.value;
    switch (q.predicate.value) {
      case `${RDF}type`: byType.set(o, (byType.get(o) ?? new Set()).add(s)); break;
      case `${RDF}first`: first.set(s, o); break;
      case `${RDF}rest`: rest.set(s, o); break;
      case `${OWL}members`: members.set(s, o); break;
      case `${OWL}disjointWith`: disjoint.push(new Set([s, o])); break;
      case SUB_CLASS: if (q.object.termType === 'NamedNode') subClasses.push(q); break;
    }
  }
  const typed = (...types: string[]): Set<string> => new Set(types.flatMap((t) => [...(byType.get(OWL + t) ?? [])]));
  for (const all of typed('AllDisjointClasses')) {
    const set = new Set<string>();
    for (let node = members.get(all); node !== undefined && first.has(node); node = rest.get(node)) set.add(first.get(node) as string);
    disjoint.push(set);
  }
  const classes = typed('Class');
  return {
    classes, disjoint, subClasses,
    above: closure(subClasses),
    properties: typed('ObjectProperty', 'DatatypeProperty', 'AnnotationProperty'),
    individuals: new Set([...classes].flatMap((c) => [...(byType.get(c) ?? [])])),
    functional: typed('FunctionalProperty'),
    irreflexive: typed('IrreflexiveProperty'),
  };
}

/** Superclasses of each class that has any, itself included. */
export function closure(subClasses: readonly Quad[]): Map<string, Set<string>> {
  const direct = new Map<string, string[]>();
  for (const q of subClasses) direct.set(q.subject.value, [...(direct.get(q.subject.value) ?? []), q.object.value]);
  const above = new Map<string, Set<string>>();
  for (const c of direct.keys()) {
    // a set that grows while it is walked: every class is visited once, cycles do no harm
    const all = new Set([c]);
    for (const x of all) for (const up of direct.get(x) ?? []) all.add(up);
    above.set(c, all);
  }
  return above;
}
