import type { LookupAddress } from 'node:dns';
import { lookup as system } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { unpackedWhole } from '../gzip.js';
import { problem, tooLong, type Problem } from '../read.js';
import { privateHost } from './address.js';

/** How a name is looked up. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export interface ClientOptions {
  readonly userAgent: string;
  /** Whether an IP address may be connected to. */
  readonly open: (ip: string) => boolean;
  /** Milliseconds for one request, from its beginning to the last byte. */
  readonly time: number;
  readonly resolve?: Resolve;
}

/** The head of an answer; its body is read or left. */
export interface Answer {
  readonly status: number;
  header(name: string): string | undefined;
  /** The body, unpacked; never more than `limit` bytes of it, packed or unpacked. */
  body(limit: number): Promise<Buffer | Problem>;
  leave(): void;
}

export interface Client {
  get(url: URL, accept: string): Promise<Answer | Problem>;
  close(): Promise<void>;
}

/** A name that leads to an address that is not public. */
class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * A client that asks for one address at a time and follows nothing. Names are looked up once a connection, and the very addresses that were looked at are
 * connected to: a name cannot lead elsewhere in between (DNS rebinding).
 */
export function createClient(o: ClientOptions): Client {
  const resolve: Resolve = o.resolve ?? ((host) => system(host, { all: true }));
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host).then((found) => {
      // all of them must be public: a name that mixes them is up to something
      if (found.length === 0 || !found.every((a) => o.open(a.address))) throw found.length === 0 ? Object.assign(new Error(host), { code: 'ENOTFOUND' }) : new NotPublic(host);
      if (options.all) done(null, [...found]);
      else done(null, (found[0] as LookupAddress).address, (found[0] as LookupAddress).family);
    }).catch((e: unknown) => done(e as NodeJS.ErrnoException, '', 0));
  };
  const agent = new Agent({ connect: { lookup, timeout: o.time }, headersTimeout: o.time, bodyTimeout: o.time, maxHeaderSize: 32 * 1024, connections: 1, pipelining: 1 });
  return {
    get: async (url, accept) => {
      const signal = AbortSignal.timeout(o.time);
      const fault = (e: unknown): Problem => (e instanceof NotPublic ? privateHost(url.hostname) : unreachable(e));
      try {
        const headers = { 'user-agent': o.userAgent, accept, 'accept-language': 'ckb, ku;q=0.8, *;q=0.1', 'accept-encoding': 'gzip' };
        return answer(await request(url, { dispatcher: agent, method: 'GET', headers, signal }), fault);
      } catch (e) {
        return fault(e);
      }
    },
    close: () => agent.destroy(),
  };
}

function answer(r: Dispatcher.ResponseData, fault: (e: unknown) => Problem): Answer {
  const header = (name: string): string | undefined => {
    const value = r.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  // what comes after it was left is nobody's business
  r.body.on('error', () => {});
  const leave = (): void => void r.body.destroy();
  return {
    status: r.statusCode, header, leave,
    body: async (limit) => {
      const encoding = (header('content-encoding') ?? 'identity').trim().toLowerCase();
      if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip') {
        leave();
        return problem('HW-018', `is packed as ${encoding.slice(0, 40)}, which was not asked for`, 'save the page and give its file');
      }
      try {
        return await collected(r.body, limit);
      } catch (e) {
        return fault(e);
      } finally {
        leave();
      }
    },
  };
}

async function collected(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer | Problem> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > limit) return tooLong(undefined, limit);
    parts.push(piece);
  }
  return unpackedWhole(Buffer.concat(parts), limit);
}

/** Codes of the system, of undici and of TLS as they are: they say more than a sentence of ours, and can be looked up. */
function unreachable(e: unknown): Problem {
  const error = e as NodeJS.ErrnoException & { readonly cause?: NodeJS.ErrnoException };
  if (error.name === 'TimeoutError' || /TIMEOUT/i.test(error.code ?? '')) return problem('HW-017', 'was not answered in time', 'try again later, or save the page and give its file');
  return problem('HW-017', `cannot be fetched (${error.code ?? error.cause?.code ?? error.name})`, 'check the address and the network, or save the page and give its file');
}
