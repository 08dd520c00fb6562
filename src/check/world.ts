import type { Note } from '../model/note.js';
import { dateExists } from '../graph/times.js';
import { DIRECT, news } from '../model/vocabulary.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

const SHORT = DIRECT.filter((d) => d.from !== d.to).map((d) => ({ ...d, class: news(d.of), a: news(d.from), b: news(d.to) }));

/** HW-401: a time that does not exist. HW-402: somebody hosts or visits themselves: both sides of what nobody does to themselves. */
export function checkWorld({ quads }: Subject, ontology: Ontology): Note[] {
  const notes: Note[] = [];
  const roles = new Map<string, Map<string, Set<string>>>();
  for (const q of quads) {
    if (q.object.termType === 'Literal') {
      const type = q.object.datatype.value;
      if (/#(date|dateTime|gYear|gYearMonth)$/.test(type) && type.startsWith(XSD) && !dateExists(q.object.value, type)) {
        notes.push({ code: 'HW-401', level: 'error', place: q.subject.value, message: `"${q.object.value}" is not a ${type.slice(XSD.length)} that exists`, actual: q.object.value, hint: 'write the date as the calendar has it' });
      }
    }
    const own = roles.get(q.subject.value) ?? new Map<string, Set<string>>();
    roles.set(q.subject.value, own.set(q.predicate.value, (own.get(q.predicate.value) ?? new Set()).add(q.object.value)));
  }
  for (const [node, own] of roles) {
    for (const d of SHORT) {
      if (!own.get(RDF_TYPE)?.has(d.class) || !ontology.irreflexive.has(news(d.property))) continue;
      for (const who of own.get(d.a) ?? []) if (own.get(d.b)?.has(who)) {
        notes.push({ code: 'HW-402', level: 'error', place: node, message: `${d.from} and ${d.to} are the same`, actual: who, hint: 'one of the two roles was read wrongly: remove it' });
      }
    }
    for (const property of ontology.irreflexive) if (own.get(property)?.has(node)) {
      notes.push({ code: 'HW-402', level: 'error', place: node, message: `${property.replace(/^.*#/, '')} leads back to its subject`, actual: node, hint: 'nobody does this to themselves: remove it' });
    }
  }
  return notes;
}
