import { DataFactory, type Quad } from 'n3';
import { close, type Clash } from './closure.js';
import { Facts } from './facts.js';
import { OWL, RDF, RDFS, readSchema } from './schema.js';
import { usefulOf } from './useful.js';

/** An inconsistency under OWL 2 RL. */
export interface Inconsistency {
  /** The rule of W3C OWL 2 Profiles, section 4.3, that comes to "false", e.g. `cax-dw`. */
  readonly rule: string;
  /** The focus node. */
  readonly node: string;
  /** The classes, properties or values that clash. */
  readonly between: readonly string[];
  readonly property?: string;
  /** The statements behind it: none can be left out. */
  readonly because: readonly Quad[];
  /** Some of them say a domain or a range. */
  readonly byDomainOrRange: boolean;
}

const AXIOMS = new Set([`${RDFS}subClassOf`, `${RDFS}subPropertyOf`, `${RDFS}domain`, `${RDFS}range`, `${RDF}first`, `${RDF}rest`]);
/** Whether a statement is of the ontology, not of the things it is about. */
export const isAxiom = (q: Quad): boolean => {
  const p = q.predicate.value;
  return AXIOMS.has(p) || (p.startsWith(OWL) && p !== `${OWL}sameAs` && p !== `${OWL}differentFrom`) || (p === `${RDF}type` && q.object.value.startsWith(OWL) && q.object.value !== `${OWL}Nothing`);
};

/** Past so many findings, and so many statements behind one, they are no longer pared down. */
const PARED = 500, LONG = 100;

/** All inconsistencies of a graph with an ontology; `complete` is false where the closure grew past what fits. */
export function inconsistencies(data: readonly Quad[], ontology: readonly Quad[], most?: number): { found: Inconsistency[]; complete: boolean } {
  const { facts, clashes, complete } = closed([ontology, data], most);
  const quad = (t: number): Quad => DataFactory.quad(facts.terms[facts.s[t] as number] as Quad['subject'], facts.terms[facts.p[t] as number] as Quad['predicate'], facts.terms[facts.o[t] as number] as Quad['object']);
  const value = (term: number): string => facts.terms[term]?.value ?? '';
  const found = clashes.map((c, i): Inconsistency => {
    const given = facts.given(c.from).map(quad);
    const because = i < PARED && given.length <= LONG ? pared(given, c, value(c.node)) : given;
    return {
      rule: c.rule, node: value(c.node), between: c.between.map(value), because, ...(c.property === undefined ? {} : { property: value(c.property) }),
      byDomainOrRange: because.some((q) => q.predicate.value === `${RDFS}domain` || q.predicate.value === `${RDFS}range`),
    };
  });
  return { found, complete };
}

function closed(graphs: readonly (readonly Quad[])[], most?: number): { facts: Facts; clashes: Clash[]; complete: boolean } {
  const facts = new Facts();
  for (const name of [`${RDF}type`, ...['sameAs', 'differentFrom', 'Nothing', 'Thing'].map((n) => OWL + n)]) facts.term(DataFactory.namedNode(name));
  const add = (q: Quad): void => void facts.add(facts.term(q.subject), facts.term(q.predicate), facts.term(q.object));
  for (const graph of graphs) for (const q of graph) if (isAxiom(q)) add(q);
  // classes and properties that are the same are equivalent
  for (const graph of graphs) for (const q of graph) if (q.predicate.value === `${OWL}sameAs` && (facts.iri(q.subject.value) >= 0 || facts.iri(q.object.value) >= 0)) add(q);
  const schema = readSchema(facts);
  const useful = usefulOf(facts, schema);
  const idle = unanswered(graphs);
  for (const graph of graphs) for (const q of graph) {
    if (isAxiom(q)) continue;
    const p = q.predicate.value;
    if (p === `${RDF}type` ? (useful.class(facts.iri(q.object.value)) || q.object.value === `${OWL}Nothing`) : p === `${OWL}sameAs` ? !idle.has(q.object.value) && !idle.has(q.subject.value) : p === `${OWL}differentFrom` || useful.property(facts.iri(p)) || illTyped(q)) add(q);
  }
  return { facts, ...close(facts, schema, useful, most) };
}

/** A literal with a datatype other than string may be wrong by itself. */
const illTyped = (q: Quad): boolean => q.object.termType === 'Literal' && q.object.language === '' && !q.object.datatype.value.endsWith('#string');

/** Ends of sameAs of which nothing else is said, such as Wikidata items: nothing follows from them. */
function unanswered(graphs: readonly (readonly Quad[])[]): Set<string> {
  const ends = new Map<string, number>();
  for (const graph of graphs) for (const q of graph) if (q.predicate.value === `${OWL}sameAs`) for (const n of [q.subject.value, q.object.value]) ends.set(n, (ends.get(n) ?? 0) - 1);
  if (ends.size > 0) for (const graph of graphs) for (const q of graph) for (const n of [q.subject.value, q.object.value]) {
    const count = ends.get(n);
    if (count !== undefined) ends.set(n, count + 1);
  }
  // a node of one sameAs stands at -1 + 1: nothing more was said of it
  const once = new Map<string, number>();
  for (const graph of graphs) for (const q of graph) if (q.predicate.value === `${OWL}sameAs`) for (const n of new Set([q.subject.value, q.object.value])) once.set(n, (once.get(n) ?? 0) + 1);
  return new Set([...ends].filter(([n, more]) => more === 0 && once.get(n) === 1).map(([n]) => n));
}

/** Leaves out what is not needed, statement after statement, until the rest is inconsistent only as a whole. */
function pared(given: readonly Quad[], clash: Clash, node: string): Quad[] {
  let kept = [...given];
  for (const q of given) {
    const without = kept.filter((x) => x !== q);
    const { facts, clashes } = closed([without]);
    if (clashes.some((c) => c.rule === clash.rule && facts.terms[c.node]?.value === node)) kept = without;
  }
  return kept;
}
