import type { Note } from '../model/note.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const short = (iri: string): string => iri.replace(/^.*[#/]/, '');

/** HW-301: one thing of two disjoint classes. HW-302: a functional property with two values. */
export function checkLogic({ quads }: Subject, ontology: Ontology): Note[] {
  const notes: Note[] = [];
  const types = new Map<string, Set<string>>();
  const functional = new Map<string, string>();
  for (const q of quads) {
    if (q.predicate.value === RDF_TYPE && q.object.termType === 'NamedNode') {
      const own = types.get(q.subject.value) ?? new Set<string>();
      types.set(q.subject.value, own);
      for (const c of ontology.above.get(q.object.value) ?? [q.object.value]) own.add(c);
    } else if (ontology.functional.has(q.predicate.value)) {
      const key = `${q.subject.value} ${q.predicate.value}`;
      const had = functional.get(key);
      if (had !== undefined && had !== q.object.id) {
        notes.push({ code: 'HW-302', level: 'error', place: q.subject.value, message: `${short(q.predicate.value)} has two values`, actual: q.object.value, expected: 'one value', hint: 'keep the one that the article states' });
      }
      functional.set(key, q.object.id);
    }
  }
  for (const [node, own] of types) {
    for (const set of ontology.disjoint) {
      const clash = [...set].filter((c) => own.has(c));
      if (clash.length < 2) continue;
      notes.push({ code: 'HW-301', level: 'error', place: node, message: `is ${clash.map(short).join(' and ')}, which nothing can be at once`, actual: clash.join(' '), hint: 'remove one of the two types, or split the entity' });
    }
  }
  return notes;
}
