import type { Form } from './shape.js';

/** The media types in which results and graphs can be written. */
export const RESULT_TYPES = ['application/sparql-results+json', 'application/sparql-results+xml', 'text/csv', 'text/tab-separated-values'] as const;
export const GRAPH_TYPES = ['text/turtle', 'application/n-triples', 'application/rdf+xml', 'application/ld+json'] as const;
export type ResultType = (typeof RESULT_TYPES)[number];
export type GraphType = (typeof GRAPH_TYPES)[number];

export const isGraphForm = (form: Form): boolean => form === 'construct' || form === 'describe';

/** What the engine is asked. */
export interface Question {
  readonly query: string;
  /** The dataset that the protocol names; then the query's own FROM does not count (SPARQL 1.1 Protocol, 2.1.4). */
  readonly dataset?: { readonly defaultGraphs: readonly string[]; readonly namedGraphs: readonly string[] };
  /** How a SELECT or ASK, and how a CONSTRUCT or DESCRIBE is to be written. */
  readonly result: ResultType;
  readonly graph: GraphType;
  /** The rows that it may have. */
  readonly rows: number;
}

export interface Answer {
  readonly form: Form;
  readonly type: ResultType | GraphType;
  readonly body: string;
}

/** Rows of a result as it was written, without reading it: exact for what oxigraph writes. */
export function rowsIn(body: string, type: ResultType | GraphType): number {
  switch (type) {
    case 'text/tab-separated-values': return lines(body) - 1;
    case 'text/csv': return lines(body.replace(/"(?:[^"]|"")*"/g, '')) - 1;
    case 'application/sparql-results+xml': return body.split('<result>').length - 1;
    case 'application/sparql-results+json': return (JSON.parse(body) as { results?: { bindings: unknown[] } }).results?.bindings.length ?? 1;
    default: return lines(body);
  }
}

function lines(text: string): number {
  let n = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) n++;
  return n;
}
