import { bracketed } from './iri.js';

/**
 * Triples that one INSERT DATA holds. Virtuoso 7.2.5 takes 2,400 and not 6,000 ("memory exhausted"), or makes SQL of them that may have 10,000 lines; of
 * operations it takes any number in a request. The others do not mind.
 */
const MOST_TRIPLES = 500;

/** N-Triples statements as SPARQL may read them. */
const body = (triples: readonly string[]): string => triples.map(plainEscapes).join('\n');

/**
 * SPARQL 1.1, section 19.2: an escape by code point is read before anything else, so that a literal that holds a backslash and "u0022" could be read as its own end by a
 * server that looks for \u and does not count backslashes. With the "u" itself written as an escape every reading gives the same text.
 */
const plainEscapes = (triple: string): string => triple.replace(/\\\\([uU])/g, (_, u: string) => (u === 'u' ? '\\\\\\u0075' : '\\\\\\u0055'));

/** Adds triples to a graph: as many operations as it takes. */
export function insertData(graph: string, triples: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < triples.length; i += MOST_TRIPLES) out.push(`INSERT DATA { GRAPH ${bracketed(graph)} {\n${body(triples.slice(i, i + MOST_TRIPLES))}\n} }`);
  return out;
}

export function deleteData(graph: string, triples: readonly string[]): string[] {
  return insertData(graph, triples).map((o) => o.replace(/^INSERT/, 'DELETE'));
}

/** SILENT: no error where there is no such graph (SPARQL 1.1 Update, section 3.2.2). */
export const dropGraph = (graph: string): string => `DROP SILENT GRAPH ${bracketed(graph)}`;

/** Operations as one request. */
export const request = (operations: readonly string[]): string => operations.join(';\n');
