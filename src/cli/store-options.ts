import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Argv } from 'yargs';
import { DEFAULT_BASE, rootOf } from '../graph/iris.js';
import { UserError } from '../model/note.js';
import type { Connection } from '../store/remote/connect.js';
import type { Server } from '../store/remote/layouts.js';
import type { Protocol } from '../store/remote/remove.js';
import { once, wholeNumber } from './options.js';
import { printNote } from './print.js';

/** What the commands share that speak to a store. */
export interface StoreOptions {
  readonly to: string | undefined;
  readonly server: Server | undefined;
  readonly query: string | undefined;
  readonly update: string | undefined;
  readonly gsp: string | undefined;
  readonly protocol: Protocol | 'auto';
  readonly base: string;
  readonly retries: number;
  readonly timeout: number;
  readonly 'dry-run': boolean;
}

const NAMES = ['to', 'server', 'query', 'update', 'gsp', 'protocol', 'base', 'retries', 'timeout'] as const;

/** Stands here too, so that the help of other commands does not load the stores. */
const SERVERS = ['fuseki', 'oxigraph', 'virtuoso', 'rdf4j'] as const satisfies readonly Server[];

export const storeOptions = <T>(y: Argv<T>) => y
  .option('to', { type: 'string', requiresArg: true, describe: 'address of the store: of a Fuseki dataset, an Oxigraph or Virtuoso server, an RDF4J or GraphDB repository' })
  .option('server', { type: 'string', requiresArg: true, choices: SERVERS, describe: 'what kind of store it is [default: found out]' })
  .option('query', { type: 'string', requiresArg: true, describe: 'address of its SPARQL query endpoint, for other stores' })
  .option('update', { type: 'string', requiresArg: true, describe: 'address of its SPARQL update endpoint' })
  .option('gsp', { type: 'string', requiresArg: true, describe: 'address of its Graph Store Protocol endpoint' })
  .option('protocol', { type: 'string', requiresArg: true, choices: ['auto', 'gsp', 'update'] as const, default: 'auto' as const, describe: 'Graph Store Protocol (a request a graph), or SPARQL Update (many)' })
  .option('base', { type: 'string', requiresArg: true, default: DEFAULT_BASE, describe: 'IRI under which the articles were named: only graphs under it are touched' })
  .option('retries', { type: 'number', requiresArg: true, default: 5, describe: 'how often a request is sent again that failed for a passing reason' })
  .option('timeout', { type: 'number', requiresArg: true, default: 120, describe: 'seconds that one request may take' })
  .option('dry-run', { alias: 'n', type: 'boolean', default: false, describe: 'only say what would be done' });

export const CREDENTIALS = 'Credentials: HEWAL_STORE_USER and HEWAL_STORE_PASSWORD, or HEWAL_STORE_TOKEN, or a netrc file ($NETRC or ~/.netrc).';

/** Connects as the options say. `more`: names of the command's own options. */
export async function openStore(o: StoreOptions, more: readonly string[] = []): Promise<Connection & { readonly base: string }> {
  once(o, [...NAMES, ...more]);
  wholeNumber('retries', o.retries, 5);
  if (!(o.timeout > 0 && o.timeout <= 86_400)) throw new UserError('--timeout wants seconds', 'for example --timeout 60', '--timeout');
  const base = rootOf(o.base);
  const { connect } = await import('../store/remote/connect.js');
  const waiting = (place: string, why: string, seconds: number): void => printNote({ code: 'store', level: 'info', place, message: why, hint: `trying again in ${seconds} s` });
  const connection = await connect(o, { ...process.env, netrc: netrc() }, { retries: o.retries, first: 500, waiting }, o.timeout, (message) => printNote({ code: 'store', level: 'warning', message, hint: 'give an https: address' }));
  return { ...connection, base };
}

/** The text of the netrc file; undefined where there is none. */
function netrc(): string | undefined {
  const named = process.env['NETRC'];
  const path = named || join(homedir(), '.netrc');
  if (!named && !existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (e) {
    throw new UserError(`cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'it is looked at for the password of the store', path);
  }
}

/** Does work with a store; what the store refuses that is no single graph's fault becomes a message. */
export async function told<T>(c: Connection, work: () => Promise<T>): Promise<T> {
  const { StoreFault } = await import('../store/remote/fault.js');
  try {
    return await work();
  } catch (e) {
    if (e instanceof StoreFault) throw new UserError(`the store refuses: ${e.message}`, 'check the address, and what the store says of itself', placeOf(c));
    throw e;
  }
}

const placeOf = (c: Connection): string => new URL(c.endpoints.update).host;

/** Where the work was done, for the line that sums it up. */
export const whither = (c: Connection): string => `${c.protocol === 'gsp' ? 'Graph Store Protocol' : 'SPARQL Update'}, ${c.server ?? 'store'} at ${placeOf(c)}`;
