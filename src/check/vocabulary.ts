import { finding, short, type Finding } from './finding.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** Vocabularies whose terms may stand in a graph beside the ontology's. */
const FOREIGN = ['https://schema.org/', 'http://www.w3.org/ns/prov#', 'http://xmlns.com/foaf/0.1/', 'http://semanticweb.cs.vu.nl/2009/11/sem/', 'http://purl.org/dc/terms/'];
/** Of the vocabularies in which everything else is written, what has a meaning in a graph of news. */
const CORE: Readonly<Record<string, readonly string[]>> = {
  [RDF]: ['type', 'Statement', 'subject', 'predicate', 'object', 'value', 'first', 'rest', 'List', 'nil'],
  'http://www.w3.org/2000/01/rdf-schema#': ['label', 'comment', 'seeAlso', 'isDefinedBy', 'Resource', 'Class', 'Datatype', 'Literal', 'subClassOf', 'subPropertyOf', 'domain', 'range'],
  'http://www.w3.org/2002/07/owl#': ['sameAs', 'differentFrom', 'versionInfo', 'Thing', 'Nothing', 'NamedIndividual', 'Ontology', 'Class', 'Restriction', 'ObjectProperty', 'DatatypeProperty', 'AnnotationProperty', 'AllDifferent', 'members', 'distinctMembers', 'NegativePropertyAssertion', 'sourceIndividual', 'assertionProperty', 'targetIndividual', 'targetValue'],
  'http://www.w3.org/2004/02/skos/core#': ['prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'note', 'definition', 'exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch', 'broader', 'narrower', 'related', 'inScheme', 'Concept', 'ConceptScheme'],
};
const CORE_TERMS = new Set(Object.entries(CORE).flatMap(([ns, names]) => names.map((n) => ns + n)));
/** Datatypes of XML Schema 1.1 that RDF 1.1 takes over (RDF 1.1 Concepts, section 5.1). */
const DATATYPES = new Set(('string boolean decimal integer double float date time dateTime dateTimeStamp gYear gMonth gDay gYearMonth gMonthDay duration yearMonthDuration dayTimeDuration byte short int long unsignedByte unsignedShort unsignedInt unsignedLong ' +
  'positiveInteger nonNegativeInteger negativeInteger nonPositiveInteger hexBinary base64Binary anyURI language normalizedString token NMTOKEN Name NCName').split(' ').map((n) => XSD + n));
/** A language tag (BCP 47, RFC 5646, section 2.1, without its rare forms). */
const TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/** Terms past which nobody reads on; and of so many the nearest declared one is looked for. */
const MOST_TOLD = 10_000, COMPARED = 1000;

/** HW-101, 102 and 104: undeclared terms, with the nearest declared one. HW-105: deprecated ones. HW-106: datatypes and language tags. Each term is told once. */
export function checkVocabulary({ quads }: Subject, ontology: Ontology): Finding[] {
  const found: Finding[] = [];
  const told = new Set<string>();
  const known = new Map([...ontology.properties, ...ontology.classes].map((t) => [bare(t), t]));
  const once = (key: string, make: () => Finding): void => {
    if (told.has(key) || found.length >= MOST_TOLD) return;
    told.add(key);
    found.push(make());
  };
  const term = (code: string, iri: string, place: string, set: ReadonlySet<string>): void => {
    const replaced = ontology.deprecated.get(iri);
    if (replaced !== undefined) once(`HW-105${iri}`, () => finding('HW-105', place, { term: iri, ...(replaced === '' ? {} : { near: named(replaced) }) }, { actual: iri }));
    if (set.has(iri) || CORE_TERMS.has(iri) || FOREIGN.some((ns) => iri.startsWith(ns))) return;
    once(code + iri, () => {
      const moved = known.get(bare(iri));
      if (moved !== undefined) return finding('HW-104', place, { term: iri, near: named(moved) }, { actual: iri, expected: moved });
      const core = Object.keys(CORE).some((ns) => iri.startsWith(ns));
      const near = found.length < COMPARED ? nearest(iri, core ? [...CORE_TERMS] : [...set]) : undefined;
      return finding(code, place, { term: iri, ...(near ? { near: named(near) } : {}) }, { actual: iri });
    });
  };
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${RDF}type`) {
      if (object.termType === 'NamedNode') term('HW-102', object.value, subject.value, ontology.classes);
      continue;
    }
    term('HW-101', predicate.value, subject.value, ontology.properties);
    if (object.termType !== 'Literal') continue;
    const { language, datatype: { value: datatype } } = object;
    if (language !== '' && !TAG.test(language)) once(`tag ${language}`, () => finding('HW-106', subject.value, { term: language, kind: 'language tag' }, { actual: language }));
    else if (datatype.startsWith(XSD) && !DATATYPES.has(datatype)) once(`type ${datatype}`, () => {
      const near = nearest(datatype, [...DATATYPES]);
      return finding('HW-106', subject.value, { term: datatype, kind: 'datatype', ...(near ? { near: `xsd:${near.slice(XSD.length)}` } : {}) }, { actual: datatype });
    });
  }
  return found;
}

/** A term as a hint names it: of ours with its prefix, others whole. */
const named = (iri: string): string => (short(iri).startsWith('news:') ? short(iri) : `<${iri}>`);

/** An IRI without what differs between namespaces that are mistaken for each other: http or https, www, # or /, a version. */
const bare = (iri: string): string => iri.replace(/^https?:\/\/(www\.)?/, '').replace(/\/v?\d+(\.\d+)*(?=[#/])/, '').replace(/[#/]([^#/]*)$/, ' $1').toLowerCase().replace(/\/+ /, ' ');

/** A name longer than this is not compared letter by letter. */
const LONGEST = 100;

function nearest(iri: string, set: readonly string[]): string | undefined {
  const name = iri.replace(/^.*[#/]/, '').toLowerCase();
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of set) {
    const d = distance(name, candidate.replace(/^.*[#/]/, '').toLowerCase(), least);
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
