import { Parser, type Quad } from 'n3';
import { grouped, nameLength, NAMES } from './grouped.js';
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
  for await (const some of grouped(subjects(graph.triples), ([subject, n]) => [n, nameLength(subject)], [MOST, NAMES])) quads.push(...await store.read(graph.iri, some.map(([subject]) => subject)));
  const [row] = await store.select(`SELECT (COUNT(*) AS ?n) WHERE { GRAPH ${bracketed(graph.iri)} { ?s ?p ?o } }`);
  return { quads, count: Number(row?.['n']) };
}

/** Every subject, and how much is said of it. */
function subjects(triples: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const q of new Parser({ format: 'application/n-triples' }).parse(triples.join('\n'))) counts.set(q.subject.value, (counts.get(q.subject.value) ?? 0) + 1);
  return counts;
}
