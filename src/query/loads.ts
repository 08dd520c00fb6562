import { Writer, type Quad } from 'n3';
import { UserError } from '../model/note.js';
import type { GraphText } from './store.js';

/** Where an engine gets its graph from: what `Target` of the command line gives. */
export interface Source {
  graphs(): AsyncIterable<{ readonly iri: string; readonly quads: readonly Quad[] }>;
  /** Changes when the graph may have changed. */
  version(): string;
}

/** The graph that stands for statements which are in none. */
export const NO_GRAPH = 'urn:hewal:default';

/** Characters that go to a thread at a time, and the statements of one graph that do. */
const LOAD = 2 * 1024 * 1024, PART = 10_000;

/** The graphs of a source as N-Triples, some at a time. */
export async function* loadsOf(source: Source): AsyncGenerator<readonly GraphText[]> {
  const writer = new Writer({ format: 'application/n-triples' });
  let load: GraphText[] = [], size = 0;
  for await (const { iri, quads } of source.graphs()) {
    // A graph may be larger than what is sent at a time: it goes in parts.
    for (let at = 0; at < quads.length; at += PART) {
      const part = quads.slice(at, at + PART);
      const triples = part.map((q) => line(writer, q)).join('');
      load.push({ iri: iri === '' ? NO_GRAPH : graphIri(iri), triples, statements: part.length, more: at + PART < quads.length });
      size += triples.length;
      if (size < LOAD) continue;
      yield load;
      [load, size] = [[], 0];
    }
  }
  if (load.length > 0) yield load;
}

const line = (writer: Writer, q: Quad): string => (writer as unknown as { quadToString(s: unknown, p: unknown, o: unknown): string }).quadToString(q.subject, q.predicate, q.object);

function graphIri(iri: string): string {
  if (/[<>"{}|^`\\\u0000-\u0020]/.test(iri)) throw new UserError('the name of a graph is no IRI', 'mend the graph', iri);
  return iri;
}
