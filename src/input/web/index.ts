import pRetry, { AbortError } from 'p-retry';
import { isProblem, MAX_PAGE, problem, type Problem } from '../read.js';
import { isPublic, parseAddress } from './address.js';
import { createClient, type Answer, type Client, type Resolve } from './client.js';
import { ALLOW_ALL, FORBID_ALL, MAX_ROBOTS, robotsOf, type Robots } from './robots.js';

/** How the web is asked. Times in milliseconds, sizes in bytes. */
export interface WebOptions {
  /** The name under which hewal asks; robots.txt is looked through for what stands before the slash. */
  readonly userAgent: string;
  /** Fetch from private and local addresses too. */
  readonly allowPrivate: boolean;
  /** The longest answer, packed or unpacked. */
  readonly size?: number;
  /** The longest time for one request. */
  readonly time?: number;
  /** The time between two requests to one host. */
  readonly delay?: number;
  readonly redirects?: number;
  readonly retries?: number;
  readonly resolve?: Resolve;
  /** What counts as public; `isPublic` unless something else is said. */
  readonly isPublic?: (ip: string) => boolean;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What an address gave. */
export interface Fetched {
  /** Where it was in the end, after redirects. */
  readonly address: string;
  readonly bytes: Buffer;
  /** The media type, in small letters, without parameters; empty where none was said. */
  readonly type: string;
  readonly charset: string | undefined;
}

/** A polite reader of the web: one request at a time, robots.txt first, limits on all that a server could spend of ours. */
export interface Web {
  get(address: string, accepts: (type: string) => boolean): Promise<Fetched | Problem>;
  close(): Promise<void>;
}

const ACCEPT = 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, application/feed+json;q=0.9, text/plain;q=0.5, */*;q=0.1';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Answers after which it is worth asking again. */
const BUSY = new Set([429, 503]);
const LONGEST_WAIT = 60_000;
/** Addresses of a host that may be busy one after the other, each however often it was asked, before the host is left for the rest of the run. */
const MOST_BUSY = 5;

export function createWeb(o: WebOptions): Web {
  const { size = MAX_PAGE, time = 30_000, delay = 1_000, redirects = 5, retries = 2 } = o;
  const wait = o.wait ?? ((ms: number) => new Promise<void>((done) => void setTimeout(done, ms)));
  const open = o.isPublic ?? isPublic;
  const client: Client = createClient({ userAgent: o.userAgent, open: o.allowPrivate ? () => true : open, time, ...(o.resolve ? { resolve: o.resolve } : {}) });
  const robots = new Map<string, Promise<Robots | Problem>>();
  const free = new Map<string, number>();
  const busy = new Map<string, number>();

  const parse = (address: string): URL | Problem => parseAddress(address, o.allowPrivate, open);

  /** One request, after the time that its host is left in peace. */
  const politely = async (url: URL, pause: number): Promise<Answer | Problem> => {
    const rest = (free.get(url.host) ?? 0) - performance.now();
    if (rest > 0) await wait(rest);
    try {
      return await client.get(url, ACCEPT);
    } finally {
      free.set(url.host, performance.now() + pause);
    }
  };

  /** The same, again where the server is busy, as late as it asks for. */
  const patiently = async (url: URL, pause: number): Promise<Answer | Problem> => {
    const before = busy.get(url.host) ?? 0;
    if (before >= MOST_BUSY) return problem('HW-017', `is not asked for: its server was busy for ${MOST_BUSY} addresses in a row`, 'try again later');
    let last: Answer | Problem | undefined;
    const ask = async (): Promise<Answer | Problem> => {
      last = await politely(url, pause);
      if (isProblem(last) || !BUSY.has(last.status)) return last;
      last.leave();
      const asked = retryAfter(last.header('retry-after'));
      if (asked > LONGEST_WAIT) throw new AbortError('busy');
      free.set(url.host, performance.now() + Math.max(pause, asked));
      throw new Error('busy');
    };
    const got = await pRetry(ask, { retries, minTimeout: delay, factor: 2, maxTimeout: LONGEST_WAIT }).catch((e: unknown) => {
      if (last === undefined) throw e;
      return last;
    });
    if (!isProblem(got)) busy.set(url.host, BUSY.has(got.status) ? before + 1 : 0);
    return got;
  };

  /** Follows redirects; every address on the way is looked at, and `may` is asked of it. */
  const follow = async (from: string, may: (url: URL) => Promise<Problem | number>): Promise<{ url: URL; answer: Answer } | Problem> => {
    const seen = new Set<string>();
    let url = parse(from);
    while (!isProblem(url)) {
      if (seen.has(url.href)) return problem('HW-017', 'is redirected in a circle', 'open it in a browser and give the address where it ends');
      if (seen.size > redirects) return problem('HW-017', `is redirected more than ${redirects} times`, 'open it in a browser and give the address where it ends');
      seen.add(url.href);
      const pause = await may(url);
      if (typeof pause !== 'number') return pause;
      const answer = await patiently(url, pause);
      if (isProblem(answer)) return answer;
      const location = answer.header('location');
      if (!REDIRECTS.has(answer.status) || location === undefined) return { url, answer };
      answer.leave();
      url = onward(location, url, parse);
    }
    return url;
  };

  const robotsFor = (origin: string): Promise<Robots | Problem> => {
    const known = robots.get(origin);
    if (known) return known;
    const asked = (async (): Promise<Robots | Problem> => {
      const address = `${origin}/robots.txt`;
      const found = await follow(address, () => Promise.resolve(delay));
      if (isProblem(found)) return { ...found, message: `its robots.txt ${found.message}` };
      const { status } = found.answer;
      if (status !== 200) found.answer.leave();
      if (status >= 400 && status < 500 && status !== 429) return ALLOW_ALL;
      const body = status === 200 ? await found.answer.body(MAX_ROBOTS) : undefined;
      return body === undefined || isProblem(body) ? FORBID_ALL : robotsOf(address, body.toString('utf8').replace(/^\ufeff/, ''), o.userAgent);
    })();
    robots.set(origin, asked);
    return asked;
  };

  return {
    get: async (address, accepts) => {
      const found = await follow(address, async (url) => {
        const rules = await robotsFor(url.origin);
        if (isProblem(rules)) return rules;
        const why = rules.forbids(url);
        return why === undefined ? Math.max(delay, rules.delay) : problem('HW-016', `is not fetched: ${why}`, 'hewal keeps to robots.txt; ask the publisher, or save the page yourself and give its file');
      });
      if (isProblem(found)) return found;
      const { url, answer } = found;
      const [type = '', ...parameters] = (answer.header('content-type') ?? '').toLowerCase().split(';').map((p) => p.trim());
      if (answer.status !== 200 || !accepts(type)) {
        answer.leave();
        return answer.status === 200
          ? problem('HW-018', `is ${type.slice(0, 80)}: nothing that hewal reads`, 'give the address of a page of news, a feed, a text or JSON Lines')
          : problem('HW-017', `is answered with ${answer.status}`, answer.status === 404 || answer.status === 410 ? 'check the address' : 'try again later, or save the page and give its file');
      }
      const bytes = await answer.body(size);
      if (isProblem(bytes)) return bytes;
      return { address: url.href, bytes, type, charset: parameters.map((p) => /^charset\s*=\s*"?([\w.:-]+)/.exec(p)?.[1]).find((c) => c !== undefined) };
    },
    close: () => client.close(),
  };
}

/** Where a redirect leads, or why it is not followed. */
function onward(location: string, from: URL, parse: (address: string) => URL | Problem): URL | Problem {
  let to: string;
  try {
    to = new URL(location, from).href;
  } catch {
    return problem('HW-017', 'is redirected to what is no address', 'open it in a browser and give the address where it ends');
  }
  const url = parse(to);
  if (isProblem(url)) return { ...url, message: `is redirected: ${url.message}` };
  if (from.protocol === 'https:' && url.protocol === 'http:') return problem('HW-015', 'is redirected from https to http', 'give the http address itself if you trust the network');
  return url;
}

/** Milliseconds of a Retry-After: seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(value: string | undefined): number {
  if (value === undefined) return 0;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
