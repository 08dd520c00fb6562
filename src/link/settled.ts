import { DataFactory, type Quad } from 'n3';
import { sorted } from '../formats/rdf.js';
import { RELATION_SHAPE, SHORT_FORMS } from '../model/relations.js';
import { news } from '../model/vocabulary.js';
import type { Settlement } from './identities.js';

const LABEL = DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#label');
const ALT = DataFactory.namedNode('http://www.w3.org/2004/02/skos/core#altLabel');

type Settled = Omit<Settlement, 'named'>;

/** Graphs in which something is renamed, of each settlement. */
const graphsOf = new WeakMap<Settled, ReadonlySet<string>>();

/** Whether a settlement may change anything in quads: in most graphs it does not. */
function touches(quads: readonly Quad[], settlement: Settled): boolean {
  const { renamed, labels, joined } = settlement;
  if (joined.size > 0) return true;
  if (renamed.size === 0 && labels.size === 0) return false;
  let graphs = graphsOf.get(settlement);
  if (!graphs) graphsOf.set(settlement, (graphs = new Set([...renamed.keys()].map((key) => key.slice(0, key.indexOf(' '))))));
  for (const { subject, predicate, object, graph } of quads) {
    if (graphs.has(graph.value)) return true;
    const isLabel = predicate.value === LABEL.value;
    if ((!isLabel && predicate.value !== ALT.value) || object.termType !== 'Literal') continue;
    const label = labels.get(`${object.language} ${subject.value}`);
    if (label !== undefined && (object.value === label) !== isLabel) return true;
  }
  return false;
}

/**
 * Quads of articles as they are when all articles have been read: what must be kept apart has its own IRI, what corrections join has one, and every thing one
 * label a language, its other spellings being alternative labels. Where nothing changes it is the same list. Doing it twice changes nothing.
 */
export function settled(quads: readonly Quad[], settlement: Settled): readonly Quad[] {
  const { renamed, labels, joined } = settlement;
  if (!touches(quads, settlement)) return quads;
  const iriOf = (iri: string, graph: string): string => {
    const own = renamed.get(`${graph} ${iri}`) ?? iri;
    return joined.get(own) ?? own;
  };
  const node = <T extends Quad['subject'] | Quad['object']>(n: T, graph: string): T => {
    const to = n.termType === 'NamedNode' ? iriOf(n.value, graph) : n.value;
    return to === n.value ? n : (DataFactory.namedNode(to) as T);
  };
  const idle = joined.size > 0 ? withThemselves(quads, iriOf) : undefined;
  const seen = new Set<string>();
  const out: Quad[] = [];
  const add = (q: Quad): void => {
    const key = `${q.graph.value}\u0000${q.subject.value}\u0000${q.predicate.value}\u0000${q.object.id}`;
    if (!seen.has(key)) out.push(q);
    seen.add(key);
  };
  for (const q of quads) {
    if (idle?.(q)) continue;
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

const DIRECT = new Set(SHORT_FORMS.map((d) => news(d.property)));
const SUBJECTS = new Set(Object.values(RELATION_SHAPE).map((r) => news(r.subject)));
const OBJECTS = new Set(Object.values(RELATION_SHAPE).map((r) => news(r.object)));

/** What would be said of a thing and itself once two are one: direct facts, and relations whole. */
function withThemselves(quads: readonly Quad[], iriOf: (iri: string, graph: string) => string): (q: Quad) => boolean {
  const ends = new Map<string, { subject?: string; object?: string }>();
  for (const q of quads) {
    const end = SUBJECTS.has(q.predicate.value) ? 'subject' : OBJECTS.has(q.predicate.value) ? 'object' : undefined;
    if (end) ends.set(q.subject.value, { ...ends.get(q.subject.value), [end]: iriOf(q.object.value, q.graph.value) });
  }
  const gone = new Set([...ends].flatMap(([node, e]) => (e.subject !== undefined && e.subject === e.object ? [node] : [])));
  return (q) => gone.has(q.subject.value) || gone.has(q.object.value) || (DIRECT.has(q.predicate.value) && iriOf(q.subject.value, q.graph.value) === iriOf(q.object.value, q.graph.value));
}

/** The same for quads that are in the order in which they are written, each once: so is what it gives. */
export function settledInOrder(quads: readonly Quad[], settlement: Settled): readonly Quad[] {
  const now = settled(quads, settlement);
  return now === quads ? quads : sorted(now, true);
}
