import type { Question } from '../query/answer.js';

/** A request that is none of the protocol, with its status. */
export interface Refusal {
  readonly status: 400 | 403 | 413 | 415;
  readonly message: string;
}
export type Asked = Pick<Question, 'query' | 'dataset'> | Refusal | 'nothing';

const FORM = 'application/x-www-form-urlencoded', QUERY = 'application/sparql-query', UPDATE = 'application/sparql-update';
export const POST_TYPES = [QUERY, FORM] as const;

const refuse = (status: Refusal['status'], message: string): Refusal => ({ status, message });

/** Reads what a request asks: SPARQL 1.1 Protocol, 2.1.1 (GET), 2.1.2 (POST of a form), 2.1.3 (POST of the query itself). */
export function askedBy(method: 'GET' | 'POST', url: URLSearchParams, contentType: string | undefined, body: Uint8Array): Asked {
  if (method === 'GET') {
    if (url.has('update')) return refuse(403, 'updates are not done here, and never by GET');
    return url.has('query') || url.has('default-graph-uri') || url.has('named-graph-uri') ? question(url.getAll('query'), url) : 'nothing';
  }
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';').map((s) => s.trim());
  const charset = parameters.find((p) => p.startsWith('charset='))?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8';
  if (type === UPDATE) return refuse(403, 'updates are not done here');
  if (type !== FORM && type !== QUERY) return refuse(415, `send ${POST_TYPES.join(' or ')}`);
  if (charset !== 'utf-8' && charset !== 'utf8') return refuse(415, 'send UTF-8');
  const text = utf8(body);
  if (text === undefined) return refuse(400, 'the request is not UTF-8');
  if (type === QUERY) return url.has('query') ? refuse(400, 'the query is given twice') : question([text], url);
  const form = new URLSearchParams(text);
  if (form.has('update')) return refuse(403, 'updates are not done here');
  return question(form.getAll('query'), form);
}

function question(queries: readonly string[], from: URLSearchParams): Asked {
  if (queries.length !== 1) return refuse(400, queries.length === 0 ? 'there is no query' : 'there is more than one query');
  const defaultGraphs = from.getAll('default-graph-uri'), namedGraphs = from.getAll('named-graph-uri');
  const bad = [...defaultGraphs, ...namedGraphs].find((iri) => !/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(iri));
  if (bad !== undefined) return refuse(400, `"${bad}" is no IRI of a graph`);
  return { query: queries[0] as string, ...(defaultGraphs.length + namedGraphs.length > 0 ? { dataset: { defaultGraphs, namedGraphs } } : {}) };
}

function utf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
