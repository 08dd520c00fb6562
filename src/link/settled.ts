import { DataFactory, type Quad } from 'n3';
import type { Settlement } from './identities.js';

const LABEL = DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#label');
const ALT = DataFactory.namedNode('http://www.w3.org/2004/02/skos/core#altLabel');

/**
 * Quads of articles as they are when all articles have been read: what must be kept apart has its own IRI, and every thing one label a language,
 * its other spellings being alternative labels. Doing it twice changes nothing.
 */
export function settled(quads: readonly Quad[], { renamed, labels }: Settlement): Quad[] {
  if (renamed.size === 0 && labels.size === 0) return [...quads];
  const node = <T extends Quad['subject'] | Quad['object']>(n: T, graph: string): T => {
    const to = n.termType === 'NamedNode' ? renamed.get(`${graph} ${n.value}`) : undefined;
    return to === undefined ? n : (DataFactory.namedNode(to) as T);
  };
  const seen = new Set<string>();
  const out: Quad[] = [];
  const add = (q: Quad): void => {
    const key = `${q.graph.value}\u0000${q.subject.value}\u0000${q.predicate.value}\u0000${q.object.id}`;
    if (!seen.has(key)) out.push(q);
    seen.add(key);
  };
  for (const q of quads) {
    const s = node(q.subject, q.graph.value), o = node(q.object, q.graph.value);
    const label = o.termType === 'Literal' && (q.predicate.value === LABEL.value || q.predicate.value === ALT.value) ? labels.get(`${o.language} ${s.value}`) : undefined;
    if (label === undefined || o.termType !== 'Literal') {
      add(s === q.subject && o === q.object ? q : DataFactory.quad(s, q.predicate, o, q.graph));
      continue;
    }
    if (q.predicate.value === LABEL.value) add(DataFactory.quad(s, LABEL, DataFactory.literal(label, o.language), q.graph));
    if (o.value !== label) add(DataFactory.quad(s, ALT, o, q.graph));
  }
  return out;
}
