import { UserError } from '../../model/note.js';
import { StoreFault } from './fault.js';
import { placeOf, type Send, type StoreAnswer } from './http.js';
import type { Endpoints } from './store.js';

/** Stores whose addresses we know. */
export const SERVERS = ['fuseki', 'oxigraph', 'virtuoso', 'rdf4j'] as const;
export type Server = (typeof SERVERS)[number];

/** What each calls its endpoints, from the address that people have of it: of a dataset, the server, or a repository. */
const PATHS: Readonly<Record<Server, { readonly query: string; readonly update: string; readonly gsp: string }>> = {
  fuseki: { query: '/query', update: '/update', gsp: '/data' },
  oxigraph: { query: '/query', update: '/update', gsp: '/store' },
  virtuoso: { query: '/sparql', update: '/sparql', gsp: '/sparql-graph-crud' },
  rdf4j: { query: '', update: '/statements', gsp: '/rdf-graphs/service' },
};

/** Virtuoso has each endpoint twice: one that asks who is there, and one for everybody. */
const VIRTUOSO_KNOWN = { query: '/sparql-auth', update: '/sparql-auth', gsp: '/sparql-graph-crud-auth' } as const;

/** The endpoints of a store of this kind. `known`: whether there are credentials. */
export function endpointsOf(server: Server, to: URL, known: boolean): Required<Endpoints> {
  const { query, update, gsp } = server === 'virtuoso' && known ? VIRTUOSO_KNOWN : PATHS[server];
  const root = rootOf(server, to);
  return { query: root + query, update: root + update, gsp: root + gsp };
}

/** People have the address of the query endpoint at hand as often as that of the store. */
const rootOf = (server: Server, to: URL): string => (to.origin + to.pathname).replace(/\/+$/, '').replace(server === 'rdf4j' ? /$^/ : /\/(sparql|query)$/, '');

/**
 * Finds out what kind of store answers at an address: by the shape of the address (RDF4J, GraphDB), else by who answers to an empty question there.
 * Throws a `UserError` where none of those that are known does.
 */
export async function detect(to: URL, send: Send): Promise<Server> {
  if (/\/repositories\/[^/]+\/?$/.test(to.pathname)) return 'rdf4j';
  const root = rootOf('fuseki', to);
  const query = await ask(`${root}/query`, send);
  if (query?.headers.has('fuseki-request-id') || /fuseki/i.test(query?.headers.get('server') ?? '')) return 'fuseki';
  if (/oxigraph/i.test(query?.headers.get('server') ?? '')) return 'oxigraph';
  const sparql = query ? undefined : await ask(`${root}/sparql`, send);
  if (/virtuoso/i.test(sparql?.headers.get('server') ?? '')) return 'virtuoso';
  throw new UserError('is no store whose addresses are known', `say which one with --server (${SERVERS.join(', ')}), or give --query, --update and --gsp`, placeOf(to));
}

/** What a server answers where there is no SPARQL endpoint. */
const NOT_THERE: ReadonlySet<number | undefined> = new Set([400, 404, 405, 406, 410, 415, 501]);

/** Undefined where nothing of the kind is there. */
async function ask(url: string, send: Send): Promise<StoreAnswer | undefined> {
  try {
    return await send({ method: 'POST', url, accept: 'application/sparql-results+json', body: { type: 'application/x-www-form-urlencoded', text: 'query=ASK%7B%7D' } });
  } catch (e) {
    if (!(e instanceof StoreFault)) throw e;
    if (NOT_THERE.has(e.status)) return undefined;
    throw new UserError(`the store refuses: ${e.message}`, 'ask it for its reasons, or say what it is with --server', placeOf(new URL(url)));
  }
}
