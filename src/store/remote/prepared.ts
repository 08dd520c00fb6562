import { createHash } from 'node:crypto';
import { Writer, type Quad, type Term } from 'n3';
import { sorted } from '../../formats/rdf.js';
import { safeIri } from './iri.js';

/** One named graph as a target gives it: an article's. */
export interface NamedGraph {
  readonly iri: string;
  readonly quads: readonly Quad[];
}

/** A graph that is ready to be sent. */
export interface Prepared {
  readonly iri: string;
  /** One N-Triples statement each, in the one order in which hewal writes; without ends of lines. */
  readonly triples: readonly string[];
  /** SHA-256 of the graph's name and statements, hexadecimal: the same for the same set of statements. */
  readonly hash: string;
  /** Octets of the statements in UTF-8. */
  readonly bytes: number;
}

/** A graph that cannot be sent, and why. */
export interface Refused {
  readonly iri: string;
  readonly why: string;
  readonly hint: string;
}

/**
 * Prepares a graph for a store. Only graphs under `base` are sent, as loading replaces: a file from elsewhere must not be able to name any graph of
 * the store and have it overwritten. Blank nodes are refused: hewal writes none, and their names say nothing about whether a graph has changed.
 */
export function prepare(graph: NamedGraph, base: string): Prepared | Refused {
  const { iri } = graph;
  if (iri === '') return { iri, why: 'statements outside any named graph', hint: 'give graph.nq or graph.trig, which have a graph an article' };
  if (!safeIri(iri)) return { iri, why: 'the name of the graph is no IRI that can be sent', hint: 'build the graph again' };
  if (!under(iri, base)) return { iri, why: `the graph is not under ${base}`, hint: 'give the --base that it was built with; graphs of others are never replaced' };
  const bad = graph.quads.map((q) => termFault(q.subject) ?? termFault(q.predicate) ?? termFault(q.object)).find((f) => f !== undefined);
  if (bad !== undefined) return { iri, why: bad, hint: 'hewal builds no such graphs' };
  const triples = statements(graph.quads);
  const hash = createHash('sha256').update(`${iri}\n`);
  let bytes = 0;
  for (const t of triples) {
    hash.update(t).update('\n');
    bytes += Buffer.byteLength(t) + 1;
  }
  return { iri, triples, hash: hash.digest('hex'), bytes };
}

/** Whether a graph is an article's of this base, not hewal's own record there. */
export const under = (iri: string, base: string): boolean => iri.startsWith(base) && iri.length > base.length && iri !== recordOf(base);

/** The graph in which a store keeps what hewal has loaded there under a base. */
export const recordOf = (base: string): string => `${base}loaded`;

function termFault(t: Term): string | undefined {
  if (t.termType === 'BlankNode') return 'the graph has blank nodes';
  if (t.termType === 'NamedNode') return safeIri(t.value) ? undefined : 'the graph has an IRI that cannot be sent';
  if (t.termType !== 'Literal') return 'the graph has statements about statements (RDF 1.2)';
  return safeIri(t.datatype.value) ? undefined : 'the graph has a datatype that cannot be sent';
}

/** N-Triples of a graph, one string a statement. */
export function statements(quads: readonly Quad[]): string[] {
  const writer = new Writer({ format: 'N-Triples' });
  return sorted(quads, false).map((q) => writer.quadToString(q.subject, q.predicate, q.object).trimEnd());
}
