import { randomBytes } from 'node:crypto';
import { challenges, type Challenge } from './challenge.js';
import { basic, type Credentials } from './credentials.js';
import { answerable, digest } from './digest.js';

/** Answers the challenges of one server. It remembers them by path, as realms differ from one endpoint to the other (Virtuoso). */
export interface Authorizer {
  /** The Authorization header of a request, where one is known to be wanted. */
  header(method: string, url: URL): string | undefined;
  /** Takes in what a 401 asks for. Whether it is worth another try: false where we have nothing to answer, or have answered just that. */
  asked(url: URL, wwwAuthenticate: string | null): boolean;
}

interface Known {
  readonly challenge: Challenge;
  /** How often its nonce was used. */
  count: number;
}

/**
 * A token is sent at once. A password waits for the server's question: one that wants Digest must not be told it in clear by a Basic answer
 * given too early.
 */
export function createAuthorizer(c: Credentials): Authorizer {
  const known = new Map<string, Known>();
  const key = (url: URL): string => url.origin + url.pathname;
  return {
    header: (method, url) => {
      if (c.kind === 'token') return `Bearer ${c.token}`;
      const k = known.get(key(url));
      if (c.kind === 'none' || !k) return undefined;
      if (k.challenge.scheme === 'basic') return basic(c.user, c.password);
      k.count++;
      return digest(k.challenge, { method, uri: url.pathname + url.search, user: c.user, password: c.password, count: k.count, cnonce: randomBytes(16).toString('hex') });
    },
    asked: (url, header) => {
      if (c.kind !== 'password' || header === null) return false;
      const all = challenges(header);
      const challenge = all.find(answerable) ?? all.find((x) => x.scheme === 'basic');
      if (!challenge) return false;
      const before = known.get(key(url));
      known.set(key(url), { challenge, count: 0 });
      if (!before) return true;
      // The nonce has aged: not the password that is wrong (RFC 7616, section 3.3). Others make a nonce a request and do not say so.
      return challenge.scheme === 'digest' && before.count > 1 && challenge.params['nonce'] !== before.challenge.params['nonce'];
    },
  };
}
