import type { Note } from '../model/note.js';
import { NEWS } from '../model/vocabulary.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** Vocabularies whose terms may stand in a graph beside the ontology's. */
const FOREIGN = ['https://schema.org/', 'http://www.w3.org/ns/prov#', 'http://xmlns.com/foaf/0.1/', 'http://semanticweb.cs.vu.nl/2009/11/sem/', 'http://purl.org/dc/terms/'];
/** Of the vocabularies in which everything else is written, what has a meaning in a graph of news. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': ['type', 'Statement', 'subject', 'predicate', 'object', 'value'],
  'http://www.w3.org/2000/01/rdf-schema#': ['label', 'comment', 'seeAlso', 'isDefinedBy', 'Resource'],
  'http://www.w3.org/2002/07/owl#': ['sameAs', 'differentFrom', 'versionInfo', 'Thing', 'NamedIndividual', 'Ontology'],
  'http://www.w3.org/2004/02/skos/core#': ['prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'note', 'definition', 'exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch', 'broader', 'narrower', 'related', 'inScheme', 'Concept', 'ConceptScheme'],
};
const CORE_TERMS = new Set(Object.entries(CORE).flatMap(([ns, names]) => names.map((n) => ns + n)));

/** HW-101 undeclared property, HW-102 undeclared class: with the nearest declared name. */
export function checkVocabulary({ quads }: Subject, ontology: Ontology): Note[] {
  const notes: Note[] = [];
  const told = new Set<string>();
  const declared = (iri: string, set: ReadonlySet<string>): boolean => set.has(iri) || CORE_TERMS.has(iri) || FOREIGN.some((ns) => iri.startsWith(ns));
  const tell = (code: string, iri: string, place: string, what: string, set: ReadonlySet<string>): void => {
    if (told.has(code + iri)) return;
    told.add(code + iri);
    const core = Object.keys(CORE).some((ns) => iri.startsWith(ns));
    const near = nearest(iri, core ? [...CORE_TERMS] : [...set]);
    notes.push({ code, level: 'error', place, message: `${what} <${iri}> is not declared in the ontology`, actual: iri, ...(near ? { hint: `did you mean ${short(near)}?` } : { hint: 'use a term of ontology/news.ttl' }) });
  };
  for (const q of quads) {
    if (q.predicate.value === RDF_TYPE) {
      if (q.object.termType === 'NamedNode' && !declared(q.object.value, ontology.classes)) tell('HW-102', q.object.value, q.subject.value, 'class', ontology.classes);
    } else if (!declared(q.predicate.value, ontology.properties)) tell('HW-101', q.predicate.value, q.subject.value, 'property', ontology.properties);
  }
  return notes;
}

const short = (iri: string): string => (iri.startsWith(NEWS) ? `news:${iri.slice(NEWS.length)}` : `<${iri}>`);

function nearest(iri: string, set: readonly string[]): string | undefined {
  const name = iri.replace(/^.*[#/]/, '');
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of set) {
    const d = distance(name.toLowerCase(), candidate.replace(/^.*[#/]/, '').toLowerCase(), least);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance, given up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? limit;
}
