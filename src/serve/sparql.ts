import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { GRAPH_TYPES, isGraphForm, RESULT_TYPES, type GraphType, type ResultType } from '../query/answer.js';
import type { Engine } from '../query/engine.js';
import { pointed, QueryError, type Fault, type Why } from '../query/fault.js';
import { shapeOf } from '../query/shape.js';
import { serviceDescription } from './description.js';
import { allowOrigin, onlyOrigin } from './guard.js';
import { bestType } from './negotiate.js';
import { askedBy, POST_TYPES, type Asked } from './protocol.js';
import { RDF_TYPES, rdf } from './rdf.js';

export interface EndpointOptions {
  readonly engine: Engine;
  readonly base: string;
  /** The origin whose pages may ask, or *; undefined for none. */
  readonly cors: string | undefined;
}

/** Bytes that the body of a request may have. */
export const LONGEST = 256 * 1024;
const METHODS = 'GET, HEAD, POST, OPTIONS';
const PROBLEM = 'application/problem+json';
/** Short names by which results are asked for, beside their own. */
const ALIASES: Readonly<Record<string, ResultType | GraphType>> = { 'application/json': 'application/sparql-results+json', 'application/xml': 'application/sparql-results+xml', 'text/plain': 'text/csv' };
const STATUS = { syntax: 400, update: 403, refused: 422, limit: 422, memory: 422, timeout: 503, busy: 503, crash: 500 } as const satisfies Readonly<Record<Why, number>>;

/** A SPARQL 1.1 Protocol endpoint for queries; without a query it describes itself (SPARQL 1.1 Service Description). */
export function sparqlEndpoint(options: EndpointOptions): Hono {
  const app = new Hono();
  app.use('*', allowOrigin(options.cors));
  app.on(['GET', 'HEAD', 'POST'], '/', onlyOrigin(options.cors), bodyLimit({ maxSize: LONGEST, onError: (c) => c.text(`A request may have ${LONGEST} bytes.\n`, 413) }), async (c) => {
    const method = c.req.method === 'POST' ? 'POST' : 'GET';
    const body = method === 'POST' ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array();
    return answer(c, askedBy(method, new URL(c.req.url).searchParams, c.req.header('content-type'), body), options);
  });
  app.options('/', (c) => {
    const allowed = { 'Access-Control-Allow-Methods': 'GET, HEAD, POST', 'Access-Control-Allow-Headers': 'Accept, Content-Type', 'Access-Control-Max-Age': '600' };
    return c.body(null, 204, { Allow: METHODS, 'Accept-Post': POST_TYPES.join(', '), ...(options.cors === undefined ? {} : allowed) });
  });
  app.all('/', (c) => c.text('Ask with GET or POST.\n', 405, { Allow: METHODS }));
  return app;
}

async function answer(c: Context, asked: Asked, { engine, base }: EndpointOptions): Promise<Response> {
  const accept = c.req.header('accept');
  c.header('Vary', 'Accept', { append: true });
  if (asked === 'nothing') return describe(c, accept, engine, base);
  if ('status' in asked) return c.text(`${asked.message}\n`, asked.status, asked.status === 415 ? { 'Accept-Post': POST_TYPES.join(', ') } : {});
  const form = shapeOf(asked.query).form;
  const types = form !== undefined && isGraphForm(form) ? GRAPH_TYPES : [...RESULT_TYPES, ...Object.keys(ALIASES)];
  const type = bestType(accept, types);
  if (type === undefined && form !== undefined && form !== 'update') return c.text(`This can be had as ${types.join(', ')}\n`, 406);
  const wanted = (type === undefined ? undefined : ALIASES[type] ?? type) as ResultType | GraphType | undefined;
  try {
    const { body } = await engine.ask({ ...asked, ...(wanted === undefined ? {} : isGraph(wanted) ? { graph: wanted } : { result: wanted }) }, c.req.raw.signal);
    return c.body(body, 200, { 'Content-Type': `${type ?? 'text/plain'}; charset=utf-8` });
  } catch (e) {
    if (e instanceof QueryError) return problem(c, accept, asked.query, e.fault);
    throw e;
  }
}

const isGraph = (type: ResultType | GraphType): type is GraphType => (GRAPH_TYPES as readonly string[]).includes(type);

/** What went wrong with a query of the server's own. */
export function fault(c: Context, { why, message }: Fault): Response {
  return c.text(`${message}\n`, STATUS[why], STATUS[why] === 503 ? { 'Retry-After': '5' } : {});
}

/** A fault as text for people, or as problem details (RFC 9457) for programs that take JSON. */
function problem(c: Context, accept: string | undefined, query: string, fault: Fault): Response {
  const status = STATUS[fault.why];
  if (status === 503) c.header('Retry-After', '5');
  if (accept !== undefined && bestType(accept.replaceAll('*/*', ''), [PROBLEM, 'application/json'])) {
    return c.body(JSON.stringify({ title: fault.message, detail: fault.hint, status, why: fault.why, line: fault.line, column: fault.column }), status, { 'Content-Type': PROBLEM });
  }
  const where = fault.line === undefined ? '' : `line ${fault.line}, column ${fault.column}: `;
  return c.text([`${where}${fault.message}`, pointed(query, fault), fault.hint, ''].filter((l) => l !== undefined).join('\n'), status);
}

async function describe(c: Context, accept: string | undefined, engine: Engine, base: string): Promise<Response> {
  const type = bestType(accept, [...RDF_TYPES, 'text/html']);
  if (type === 'text/html') return c.redirect('/', 303);
  if (type === undefined) return c.text(`The description of this service can be had as ${RDF_TYPES.join(', ')}\n`, 406);
  return c.body(await rdf(serviceDescription(new URL('/sparql', c.req.url).href, engine.loaded()), type, base), 200, { 'Content-Type': `${type}; charset=utf-8` });
}
