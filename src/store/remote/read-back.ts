import { Parser, type Quad } from 'n3';
import { bracketed } from './iri.js';
import type { Prepared } from './prepared.js';
import type { RemoteStore } from './store.js';

/** Triples that are asked for at once: Virtuoso gives no more than 10,000 as Debian sets it up, and says nothing about the others. */
const MOST = 5000;

/**
 * What a store has of a graph that was sent: all of it, or where it is large what it says of each subject that was sent, and how many triples it has in all.
 * Throws what the store throws.
 */
export async function readBack(store: RemoteStore, graph: Prepared): Promise<{ readonly quads: Quad[]; readonly count: number }> {
  if (graph.triples.length <= MOST) {
    const quads = await store.read(graph.iri);
    return { quads, count: quads.length };
  }
  const quads: Quad[] = [];
  for (const subjects of groups(graph.triples)) quads.push(...await store.read(graph.iri, subjects));
  const [row] = await store.select(`SELECT (COUNT(*) AS ?n) WHERE { GRAPH ${bracketed(graph.iri)} { ?s ?p ?o } }`);
  return { quads, count: Number(row?.['n']) };
}

/** Octets of the names of subjects that are asked about at once, as in `batches`. */
const NAMES = 60_000;

/** Subjects in their order, so many at a time that what is said of them is no more than can be asked for. */
function* groups(triples: readonly string[]): Generator<string[]> {
  const counts = new Map<string, number>();
  for (const q of new Parser({ format: 'application/n-triples' }).parse(triples.join('\n'))) counts.set(q.subject.value, (counts.get(q.subject.value) ?? 0) + 1);
  let held: string[] = [], said = 0, names = 0;
  for (const [subject, n] of counts) {
    const name = encodeURIComponent(subject).length;
    if (held.length > 0 && (said + n > MOST || names + name > NAMES)) {
      yield held;
      held = [];
      said = names = 0;
    }
    held.push(subject);
    said += n;
    names += name;
  }
  if (held.length > 0) yield held;
}
