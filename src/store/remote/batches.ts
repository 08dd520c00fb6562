import type { Prepared } from './prepared.js';

/** What one request may hold. */
export interface Limits {
  /** Octets of statements; a graph that is larger goes alone. */
  readonly bytes: number;
  readonly graphs: number;
}

/** Octets of the names of graphs that are asked about at once: servlet containers take no form of more than 200,000. */
const NAMES = 60_000;

/** Groups graphs in their order. */
export async function* batches(graphs: AsyncIterable<Prepared>, most: Limits): AsyncGenerator<Prepared[]> {
  let held: Prepared[] = [], bytes = 0, names = 0;
  for await (const g of graphs) {
    const name = encodeURIComponent(g.iri).length;
    if (held.length > 0 && (bytes + g.bytes > most.bytes || held.length >= most.graphs || names + name > NAMES)) {
      yield held;
      held = [];
      bytes = names = 0;
    }
    held.push(g);
    bytes += g.bytes;
    names += name;
  }
  if (held.length > 0) yield held;
}
