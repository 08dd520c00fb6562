import { Parser, type Quad } from 'n3';
import { StoreFault } from './fault.js';
import type { Send } from './http.js';
import { bracketed } from './iri.js';
import { request } from './update-text.js';

/** Where a store takes what. */
export interface Endpoints {
  /** SPARQL 1.1 Protocol, section 2.1. */
  readonly query: string;
  /** Section 2.2. */
  readonly update: string;
  /** SPARQL 1.1 Graph Store HTTP Protocol; undefined where the store has none. */
  readonly gsp?: string;
}

/** A row of results: the value of each variable that is bound. */
export type Row = Readonly<Record<string, string>>;

/** A store that speaks SPARQL over HTTP. Every function throws what `Send` throws. */
export interface RemoteStore {
  /** Rows of a SELECT, values without their types. */
  select(query: string): Promise<Row[]>;
  /** Operations in one request: a transaction, where the store knows such. */
  update(operations: readonly string[]): Promise<void>;
  /** Replaces a graph (Graph Store Protocol, section 5.3). Only where there is a `gsp` endpoint. */
  put(graph: string, triples: readonly string[]): Promise<void>;
  /** Removes a graph (section 5.4); that it is not there is no fault. */
  remove(graph: string): Promise<void>;
  /** The triples of a graph, or those about some subjects. */
  read(graph: string, subjects?: readonly string[]): Promise<Quad[]>;
}

const RESULTS = 'application/sparql-results+json';

export function createStore(send: Send, at: Endpoints): RemoteStore {
  /** Form-encoded, which every server reads; to a bare query in the body Virtuoso 7.2.5 never answers. */
  const query = async (text: string, accept: string): Promise<string> =>
    (await send({ method: 'POST', url: at.query, accept, body: { type: 'application/x-www-form-urlencoded', text: new URLSearchParams({ query: text }).toString() } })).text;
  const gsp = (graph: string): string => {
    if (at.gsp === undefined) throw new Error('this store has no Graph Store endpoint');
    return `${at.gsp}${at.gsp.includes('?') ? '&' : '?'}graph=${encodeURIComponent(graph)}`;
  };
  return {
    select: async (text) => rows(await query(text, RESULTS)),
    // Bare: a form of Kurdish text is three times as long.
    update: async (operations) => void (await send({ method: 'POST', url: at.update, body: { type: 'application/sparql-update; charset=utf-8', text: request(operations) } })),
    put: async (graph, triples) => void (await send({ method: 'PUT', url: gsp(graph), body: { type: 'application/n-triples', text: `${triples.join('\n')}\n` } })),
    remove: async (graph) => {
      try {
        await send({ method: 'DELETE', url: gsp(graph) });
      } catch (e) {
        if (!(e instanceof StoreFault && e.status === 404)) throw e;
      }
    },
    read: async (graph, subjects) => triplesOf(await query(`CONSTRUCT { ?s ?p ?o } WHERE { ${subjects ? `VALUES ?s { ${subjects.map(bracketed).join(' ')} } ` : ''}GRAPH ${bracketed(graph)} { ?s ?p ?o } }`, 'application/n-triples, text/turtle;q=0.5')),
  };
}

/** Reads SPARQL 1.1 Query Results JSON. */
function rows(text: string): Row[] {
  try {
    const { results } = JSON.parse(text) as { results: { bindings: Record<string, { value: string }>[] } };
    return results.bindings.map((b) => Object.fromEntries(Object.entries(b).map(([name, { value }]) => [name, String(value)])));
  } catch {
    throw new StoreFault('lasting', `the answer is no ${RESULTS}`);
  }
}

/** N-Triples is Turtle. */
function triplesOf(text: string): Quad[] {
  try {
    return new Parser({ format: 'text/turtle' }).parse(text);
  } catch {
    throw new StoreFault('lasting', 'the answer is neither N-Triples nor Turtle');
  }
}
