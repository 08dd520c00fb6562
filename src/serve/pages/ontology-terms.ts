import type { Quad } from 'n3';
import { newsOntology } from '../../check/ontology.js';
import { NEWS } from '../../model/vocabulary.js';

const RDFS = 'http://www.w3.org/2000/01/rdf-schema#', OWL = 'http://www.w3.org/2002/07/owl#', RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** A term of the ontology, as its page tells it. Names of the ontology are short; others are whole IRIs. */
export interface OntologyTerm {
  readonly name: string;
  readonly labels: Readonly<Record<'ckb' | 'en', string>>;
  readonly comments: Readonly<Record<'ckb' | 'en', string>>;
  readonly under: readonly string[];
  readonly domain: readonly string[];
  readonly range: readonly string[];
  readonly inverse: readonly string[];
  readonly shortOf: readonly string[];
  readonly notations: readonly string[];
}

export const SECTIONS = ['entities', 'events', 'relations', 'text', 'individuals', 'roles', 'relationRoles', 'direct', 'evidence'] as const;
export type Section = (typeof SECTIONS)[number];

const short = (iri: string): string => (iri.startsWith(NEWS) ? iri.slice(NEWS.length) : iri);

/** All terms by section, each in the order of the file. */
export function ontologyTerms(): ReadonlyMap<Section, readonly OntologyTerm[]> {
  const quads = newsOntology().quads;
  const bySubject = new Map<string, Quad[]>();
  for (const q of quads) bySubject.set(q.subject.value, [...(bySubject.get(q.subject.value) ?? []), q]);
  const of = (s: string, p: string): readonly Quad['object'][] => (bySubject.get(s) ?? []).filter((q) => q.predicate.value === p).map((q) => q.object);
  const list = (head: string): string[] => (head === `${RDF}nil` ? [] : [...of(head, `${RDF}first`).map((o) => o.value), ...of(head, `${RDF}rest`).flatMap((r) => list(r.value))]);
  /** Named classes, and those of a union. */
  const classes = (s: string, p: string): string[] => of(s, p).flatMap((o) => (o.termType === 'BlankNode' ? of(o.value, `${OWL}unionOf`).flatMap((u) => list(u.value)) : [o.value])).map(short);
  const said = (s: string, p: string): Record<'ckb' | 'en', string> => {
    const by = (lang: string): string => of(s, p).find((o) => o.termType === 'Literal' && o.language === lang)?.value ?? '';
    return { ckb: by('ckb'), en: by('en') };
  };
  const above = (s: string): string[] => [...of(s, `${RDFS}subClassOf`), ...of(s, `${RDFS}subPropertyOf`)].filter((o) => o.value.startsWith(NEWS)).flatMap((o) => [short(o.value), ...above(o.value)]);
  const found = new Map<Section, OntologyTerm[]>(SECTIONS.map((s) => [s, []]));
  for (const s of bySubject.keys()) {
    if (!s.startsWith(NEWS)) continue;
    const kinds = of(s, `${RDF}type`).map((o) => o.value);
    found.get(sectionOf(short(s), kinds, above(s), of(s, `${NEWS}shortOf`).length > 0))?.push({
      name: short(s), labels: said(s, `${RDFS}label`), comments: said(s, `${RDFS}comment`),
      under: [...of(s, `${RDFS}subClassOf`), ...of(s, `${RDFS}subPropertyOf`)].map((o) => short(o.value)),
      domain: classes(s, `${RDFS}domain`), range: classes(s, `${RDFS}range`),
      inverse: [...of(s, `${OWL}inverseOf`).map((o) => o.value), ...quads.filter((q) => q.predicate.value === `${OWL}inverseOf` && q.object.value === s).map((q) => q.subject.value)].map(short),
      shortOf: (['shortOf', 'fromRole', 'toRole'] as const).flatMap((p) => of(s, NEWS + p).map((o) => short(o.value))),
      notations: of(s, 'http://www.w3.org/2004/02/skos/core#notation').map((o) => o.value),
    });
  }
  return found;
}

function sectionOf(name: string, kinds: readonly string[], above: readonly string[], shortForm: boolean): Section {
  const under = (top: string): boolean => name === top || above.includes(top);
  if (kinds.includes(`${OWL}NamedIndividual`)) return 'individuals';
  if (kinds.includes(`${OWL}Class`)) return under('Entity') ? 'entities' : under('Event') ? 'events' : under('Relation') ? 'relations' : 'text';
  if (under('direct') || shortForm) return 'direct';
  return under('relationRole') ? 'relationRoles' : under('role') ? 'roles' : 'evidence';
}
