import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { namedNode, Store } from 'oxigraph';

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly graph: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to do to a request instead of answering it; undefined answers it. */
export type Fault = number | 'drop' | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } | undefined;

export interface Options {
  /** Asked before every request; `n` counts from 0. */
  readonly fault?: (seen: Seen, n: number) => Fault;
  readonly auth?: { readonly kind: 'basic' | 'digest' | 'bearer'; readonly user?: string; readonly password?: string; readonly token?: string; readonly algorithm?: string; readonly nonces?: () => string };
  /** Reads escapes by code point before anything else, without counting backslashes: a reading of SPARQL 1.1, section 19.2, that some have. */
  readonly naive?: boolean;
  /** What it calls itself. */
  readonly server?: string;
}

export interface SparqlServer {
  readonly to: string;
  readonly store: Store;
  readonly seen: Seen[];
  /** Requests that write: PUT, DELETE and updates. */
  writes(): Seen[];
  close(): Promise<void>;
}

const RESULTS = 'application/sparql-results+json';

/** A store with the addresses of Oxigraph's server, over the same engine: /query, /update and /store. It can be told to fail. */
export async function sparqlServer(o: Options = {}): Promise<SparqlServer> {
  const store = new Store(), seen: Seen[] = [];
  const http = createServer((req, res) => {
    const pieces: Buffer[] = [];
    req.on('data', (p: Buffer) => pieces.push(p));
    req.on('end', () => answer(req, res, Buffer.concat(pieces).toString('utf8')));
  });

  function answer(req: IncomingMessage, res: ServerResponse, body: string): void {
    const url = new URL(req.url ?? '', 'http://x');
    const now: Seen = { method: req.method ?? '', path: url.pathname, graph: url.searchParams.get('graph') ?? undefined, headers: req.headers, body };
    seen.push(now);
    const say = (status: number, text = '', headers: Readonly<Record<string, string>> = {}): void => void res.writeHead(status, { server: o.server ?? 'Oxigraph/0.5', ...headers }).end(text);
    const fault = o.fault?.(now, seen.length - 1);
    if (fault === 'drop') return void req.socket.destroy();
    if (typeof fault === 'number') return say(fault, `told to answer ${fault}`);
    if (fault) return say(fault.status, fault.body ?? '', fault.headers);
    const challenge = o.auth && refused(o.auth, now, req.url ?? '');
    if (challenge) return say(401, 'who are you?', { 'www-authenticate': challenge });
    try {
      if (url.pathname === '/query') return query(new URLSearchParams(body).get('query') ?? '', req.headers.accept ?? '', say);
      if (url.pathname === '/update') {
        store.update(o.naive ? body.replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : body);
        return say(204);
      }
      if (url.pathname === '/store' && now.graph !== undefined) return graph(now, now.graph, say);
      say(404, 'not found');
    } catch (e) {
      say(400, String(e));
    }
  }

  function query(text: string, accept: string, say: (status: number, text?: string, headers?: Record<string, string>) => void): void {
    const type = /^\s*CONSTRUCT/.test(text) ? 'application/n-triples' : RESULTS;
    if (!accept.includes(type)) return say(406);
    say(200, store.query(text, { results_format: type }) as string, { 'content-type': type });
  }

  function graph(now: Seen, iri: string, say: (status: number) => void): void {
    const there = store.query(`ASK { GRAPH <${iri}> { ?s ?p ?o } }`) as boolean;
    if (now.method === 'DELETE' && !there) return say(404);
    store.update(`DROP SILENT GRAPH <${iri}>`);
    if (now.method === 'PUT') store.load(now.body, { format: 'application/n-triples', to_graph_name: namedNode(iri) });
    say(now.method === 'PUT' ? 201 : 204);
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    to: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, store, seen,
    writes: () => seen.filter((s) => s.path !== '/query'),
    close: () => new Promise((resolve) => {
      http.closeAllConnections();
      http.close(() => resolve());
    }),
  };
}

/** The challenge for a request that does not prove who sends it; checks Digest by itself, from RFC 7616. */
function refused(auth: NonNullable<Options['auth']>, seen: Seen, uri: string): string | undefined {
  const header = Buffer.from(seen.headers.authorization ?? '', 'latin1').toString('utf8');
  const { user = '', password = '', token = '', algorithm = 'MD5' } = auth;
  if (auth.kind === 'bearer') return header === `Bearer ${token}` ? undefined : 'Bearer realm="test"';
  if (auth.kind === 'basic') return header === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` ? undefined : 'Basic realm="te\\"st", charset="UTF-8"';
  const nonce = auth.nonces?.() ?? 'n0';
  const given = new Map([...header.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)].map((m) => [m[1], m[2]?.replace(/\\(.)/g, '$1') ?? m[3]] as const));
  const hash = (...parts: (string | undefined)[]): string => createHash(algorithm === 'MD5' ? 'md5' : 'sha256').update(parts.join(':')).digest('hex');
  const right = hash(hash(user, 'te"st', password), nonce, given.get('nc'), given.get('cnonce'), 'auth', hash(seen.method, uri));
  const ok = header.startsWith('Digest ') && given.get('nonce') === nonce && given.get('uri') === uri && given.get('username') === user && given.get('response') === right;
  return ok ? undefined : `Basic realm="weaker", Digest realm="te\\"st", nonce="${nonce}", qop="auth-int,auth", algorithm=${algorithm}, opaque="o", stale=false`;
}

/** Makes servers that the tests of a file need not close. */
export function serversOf(afterEach: (close: () => Promise<void>) => void): (o?: Options) => Promise<SparqlServer> {
  const servers: SparqlServer[] = [];
  afterEach(async () => {
    for (const s of servers.splice(0)) await s.close();
  });
  return async (o = {}) => {
    const s = await sparqlServer(o);
    servers.push(s);
    return s;
  };
}
