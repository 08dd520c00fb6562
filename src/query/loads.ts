import { DataFactory, Writer, type Quad } from 'n3';
import type { GraphText, Load } from './store.js';
import { iriTerm } from './terms.js';

/** Where an engine gets its graph from: what `Target` of the command line gives. */
export interface Source {
  graphs(): AsyncIterable<{ readonly iri: string; readonly quads: readonly Quad[] }>;
  /** Changes when the graph may have changed. */
  version(): string;
}

/** The graph that stands for statements which are in none. */
export const NO_GRAPH = 'urn:hewal:default';

/** Bytes that go to a thread at a time, and the statements of one graph that do. */
const LOAD = 4 * 1024 * 1024, PART = 10_000;

/** The graphs of a source as N-Triples, some at a time. */
export async function* loadsOf(source: Source): AsyncGenerator<Load> {
  const writer = new Writer({ format: 'application/n-triples' }), encoder = new TextEncoder();
  let parts: Uint8Array[] = [], graphs: GraphText[] = [], size = 0;
  for await (const { iri, quads } of source.graphs()) {
    const name = iri === '' ? NO_GRAPH : iri;
    iriTerm(name, name);
    // A graph may be larger than what is sent at a time: it goes in parts.
    for (let at = 0; at < quads.length; at += PART) {
      const part = quads.slice(at, at + PART), text = encoder.encode(part.map((q) => line(writer, q)).join(''));
      parts.push(text);
      graphs.push({ iri: name, from: size, to: size + text.length, statements: part.length, more: at + PART < quads.length });
      size += text.length;
      if (size < LOAD) continue;
      yield { bytes: shared(parts, size), graphs };
      [parts, graphs, size] = [[], [], 0];
    }
  }
  if (size > 0) yield { bytes: shared(parts, size), graphs };
}

/** Pieces one behind the other, in memory that can be given to any number of threads without a copy. */
function shared(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A statement as N-Triples. A blank node has a name for as long as one text is read only: here it gets one for good (RDF 1.1 Concepts, 3.5). */
const line = (writer: Writer, q: Quad): string => writer.quadToString(named(q.subject), q.predicate, named(q.object));

const named = <T extends Quad['subject'] | Quad['object']>(term: T) => (term.termType === 'BlankNode' ? DataFactory.namedNode(`urn:hewal:blank:${encodeURIComponent(term.value)}`) : term);
