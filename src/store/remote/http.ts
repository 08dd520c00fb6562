import { UserError } from '../../model/note.js';
import { createAuthorizer } from './authorize.js';
import { withoutSecrets, type Credentials } from './credentials.js';
import { connectionFault, faultOf, forbidden, StoreFault } from './fault.js';

export interface StoreRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly accept?: string;
  /** The body and its media type. */
  readonly body?: { readonly type: string; readonly text: string };
}

export interface StoreAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request. Throws a `StoreFault` where the request failed, a `UserError` where every other would fail too. */
export type Send = (r: StoreRequest) => Promise<StoreAnswer>;

/** Octets of an answer that are read: the results of a query in pages, or one graph. */
const LONGEST_ANSWER = 256 * 1024 * 1024;
/** Octets of an error that are read, and characters of it that are shown. */
const LONGEST_ERROR = 32 * 1024, SHOWN = 300;
/** Characters of a header with credentials, which servers do not take longer. */
const LONGEST_SECRET = 8 * 1024;
const REDIRECTS = new Set([301, 302, 307, 308]);
const MOST_REDIRECTS = 5;
const HOW = 'set HEWAL_STORE_USER and HEWAL_STORE_PASSWORD, or HEWAL_STORE_TOKEN, or a netrc entry';

/** Sends requests with credentials. `timeout`: seconds until an answer must be there. */
export function createSend(credentials: Credentials, timeout: number): Send {
  const auth = createAuthorizer(credentials);
  const nobody = credentials.kind === 'none';

  async function once(r: StoreRequest, url: URL): Promise<Response> {
    const authorization = auth.header(r.method, url);
    try {
      return await fetch(url, {
        method: r.method,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout * 1000),
        headers: {
          accept: r.accept ?? '*/*',
          ...(r.body ? { 'content-type': r.body.type } : {}),
          // a header is octets: those of UTF-8, where a name has other letters
          ...(authorization === undefined ? {} : { authorization: Buffer.from(authorization, 'utf8').toString('latin1') }),
        },
        ...(r.body ? { body: r.body.text } : {}),
      });
    } catch (e) {
      throw broken(e, url);
    }
  }

  /** Says only where and why: a message of the system may repeat what was sent. */
  function broken(e: unknown, url: URL): Error {
    const { code, hopeless } = connectionFault(e);
    if (hopeless) throw new UserError(`cannot be reached (${withoutSecrets(code, credentials)})`, /CERT|SIGNED|VERIFY|ISSUER/.test(code) ? 'NODE_EXTRA_CA_CERTS names a file of certificates to trust' : 'check the URL', placeOf(url));
    return new StoreFault('passing', withoutSecrets(code, credentials));
  }

  return async (r) => {
    let url = new URL(r.url), hops = 0;
    for (;;) {
      const response = await once(r, url);
      if (response.status === 401 && auth.asked(url, response.headers.get('www-authenticate'))) {
        await response.body?.cancel();
        continue;
      }
      if (REDIRECTS.has(response.status)) {
        const to = redirected(response, url);
        await response.body?.cancel();
        if (++hops > MOST_REDIRECTS) throw new UserError('redirects in a circle', 'check the URL', placeOf(url));
        url = to;
        continue;
      }
      const text = await content(response, response.ok ? LONGEST_ANSWER : LONGEST_ERROR).catch((e: unknown) => {
        throw e instanceof StoreFault || e instanceof UserError ? e : broken(e, url);
      });
      if (response.ok) return { status: response.status, headers: response.headers, text };
      // secrets first: without its tags a text may hold a part of one
      const said = plain(withoutSecrets(text, credentials)).slice(0, SHOWN);
      if (response.status === 401) throw new UserError(nobody ? 'wants a user and a password' : 'does not accept these credentials', HOW, placeOf(url));
      if (forbidden(response.status, said)) throw new UserError(`forbids it${said === '' ? '' : `: ${said}`}`, nobody ? HOW : 'these credentials may not do that there', placeOf(url));
      throw faultOf(response.status, said, response.headers.get('retry-after'), Date.now());
    }
  };
}

/** Where a redirect leads. Not to another server: it would be sent articles, and perhaps a password, that were meant for this one. */
function redirected(response: Response, from: URL): URL {
  let to: URL;
  try {
    to = new URL(response.headers.get('location') ?? '', from);
  } catch {
    throw new UserError('redirects to what is no URL', 'check the URL', placeOf(from));
  }
  if (to.origin !== from.origin) throw new UserError(`redirects to ${to.origin}`, 'if you trust that server, give its URL', placeOf(from));
  return to;
}

async function content(response: Response, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '', read = 0;
  for await (const piece of response.body ?? []) {
    read += (piece as Uint8Array).byteLength;
    if (read > longest) {
      // not its end, where a secret may be cut in two
      if (!response.ok) return text.slice(0, -LONGEST_SECRET);
      throw new StoreFault('lasting', `the answer is longer than ${longest / 1048576} MB`);
    }
    text += decoder.decode(piece as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

/** What a server says went wrong, without the HTML around it. */
const plain = (text: string): string =>
  text.replace(/<(head|style|script)[\s>][^]*?<\/\1>/gi, ' ').replace(/<\/?(?:!doctype|html|body|h\d|p|hr|table|t[rdh]|pre|xmp|address|b|i|a|br|div|span|center)(?:\s[^>]*)?\/?>/gi, ' ').replace(/\s+/g, ' ').trim();

/** A URL as messages show it: never its query, which holds what is sent. */
export const placeOf = (url: URL): string => url.origin + url.pathname;
