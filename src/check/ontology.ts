import { readFileSync } from 'node:fs';
import { Parser, type Quad } from 'n3';

const file = (name: string): URL => new URL(`../../ontology/${name}`, import.meta.url);
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const OWL = 'http://www.w3.org/2002/07/owl#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const SUB_CLASS = `${RDFS}subClassOf`;

export const parseTurtle = (text: string): Quad[] => new Parser().parse(text);
export const ontologyText = (): string => readFileSync(file('news.ttl'), 'utf8');
export const shapesText = (): string => readFileSync(file('shapes.ttl'), 'utf8');
export const contextJson = (): unknown => JSON.parse(readFileSync(file('context.jsonld'), 'utf8'));

/** What checks ask of an ontology. */
export interface Ontology {
  /** The file itself. */
  readonly quads: readonly Quad[];
  readonly classes: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly individuals: ReadonlySet<string>;
  /** Statements that one named class is under another. */
  readonly subClasses: readonly Quad[];
  readonly irreflexive: ReadonlySet<string>;
  /** Deprecated terms, and what to use for each ("" where it does not say). */
  readonly deprecated: ReadonlyMap<string, string>;
  /** Labels of terms, by language and IRI. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

let ontology: Ontology | undefined;
let shapes: Quad[] | undefined;
/** The ontology and the shapes of the package, each read once. */
export const newsOntology = (): Ontology => (ontology ??= readOntology(parseTurtle(ontologyText())));
export const newsShapes = (): readonly Quad[] => (shapes ??= parseTurtle(shapesText()));

/** Collects what an RDFS or OWL ontology declares. */
export function readOntology(quads: readonly Quad[]): Ontology {
  const byType = new Map<string, Set<string>>();
  const labels = new Map<string, Map<string, string>>(), replaced = new Map<string, string>(), old = new Set<string>();
  const subClasses: Quad[] = [];
  for (const q of quads) {
    const s = q.subject.value, o = q.object.value;
    switch (q.predicate.value) {
      case `${RDF}type`: byType.set(o, (byType.get(o) ?? new Set()).add(s)); break;
      case `${OWL}deprecated`: if (o === 'true' || o === '1') old.add(s); break;
      case 'http://purl.org/dc/terms/isReplacedBy': replaced.set(s, o); break;
      case `${RDFS}label`:
        if (q.object.termType === 'Literal') labels.set(q.object.language, (labels.get(q.object.language) ?? new Map<string, string>()).set(s, o));
        break;
      case SUB_CLASS: if (q.object.termType === 'NamedNode') subClasses.push(q); break;
    }
  }
  const typed = (...types: string[]): Set<string> => new Set(types.flatMap((t) => [...(byType.get(OWL + t) ?? [])]));
  const classes = new Set([...typed('Class'), ...(byType.get(`${RDFS}Class`) ?? []), ...(byType.get(`${RDFS}Datatype`) ?? [])]);
  return {
    quads, classes, subClasses, labels,
    properties: new Set([...typed('ObjectProperty', 'DatatypeProperty', 'AnnotationProperty', 'FunctionalProperty', 'TransitiveProperty', 'SymmetricProperty'), ...(byType.get(`${RDF}Property`) ?? [])]),
    individuals: new Set([...classes].flatMap((c) => [...(byType.get(c) ?? [])])),
    deprecated: new Map([...old, ...typed('DeprecatedClass', 'DeprecatedProperty')].map((t) => [t, replaced.get(t) ?? ''])),
    irreflexive: typed('IrreflexiveProperty'),
  };
}
