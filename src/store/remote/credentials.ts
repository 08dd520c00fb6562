import { UserError } from '../../model/note.js';
import { netrcLogin } from './netrc.js';

/** How to prove to a store who we are. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'password'; readonly user: string; readonly password: string };

/** Where credentials come from: the environment first, then a netrc file. Never the command line, which every user of a machine can read. */
export interface Keyring {
  readonly HEWAL_STORE_USER?: string | undefined;
  readonly HEWAL_STORE_PASSWORD?: string | undefined;
  readonly HEWAL_STORE_TOKEN?: string | undefined;
  /** The text of the netrc file, where there is one. */
  readonly netrc?: string | undefined;
}

/** The credentials for a host (without port). Throws a `UserError` for what contradicts itself or cannot be sent; no message holds a secret. */
export function credentialsFor(host: string, keys: Keyring): Credentials {
  const { HEWAL_STORE_USER: user, HEWAL_STORE_PASSWORD: password, HEWAL_STORE_TOKEN: token } = keys;
  if (token && (user || password)) throw new UserError('HEWAL_STORE_TOKEN and HEWAL_STORE_USER are both set', 'a token, or a user and a password', '--to');
  // RFC 6750, section 2.1
  if (token && !/^[A-Za-z0-9\-._~+/]+=*$/.test(token)) throw new UserError('HEWAL_STORE_TOKEN is no bearer token', 'letters, digits and -._~+/ (is there a line break in it?)', '--to');
  if (token) return { kind: 'token', token };
  if (user || password) {
    if (!user || !password) throw new UserError(`HEWAL_STORE_${user ? 'PASSWORD' : 'USER'} is not set`, 'HEWAL_STORE_USER and HEWAL_STORE_PASSWORD belong together', '--to');
    return checked(user, password, 'HEWAL_STORE_USER or HEWAL_STORE_PASSWORD');
  }
  const login = keys.netrc === undefined ? undefined : netrcLogin(keys.netrc, host);
  return login ? checked(login.user, login.password, 'the netrc entry') : { kind: 'none' };
}

/** RFC 7617, section 2: neither holds a control character, the user no colon. */
function checked(user: string, password: string, where: string): Credentials {
  if (/\p{Cc}/u.test(user + password) || user.includes(':')) throw new UserError(`${where} holds a control character, or the user a colon`, 'HTTP has no way to send it', '--to');
  return { kind: 'password', user, password };
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** RFC 7617. */
export const basic = (user: string, password: string): string => `Basic ${base64(`${user}:${password}`)}`;

/** An answer to a Digest challenge: no secret, but one who has it can try passwords. */
const DIGEST = /\bDigest\s+(?:[\w-]+\s*=\s*(?:"[^"]*"|[^\s,"]+)\s*,?\s*)+/gi;

/** Takes every form of the secret out of a text from a server: servers have been seen to answer with the request they got. */
export function withoutSecrets(text: string, c: Credentials): string {
  const secrets = c.kind === 'token' ? [c.token] : c.kind === 'password' ? [base64(`${c.user}:${c.password}`), c.password] : [];
  const html = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const forms = new Set(secrets.flatMap((s) => [s, encodeURIComponent(s), base64(s), JSON.stringify(s).slice(1, -1), html(s), html(s).replaceAll('&quot;', '"')]));
  return [...forms].sort((a, b) => b.length - a.length).reduce((t, s) => t.replaceAll(s, '***'), text).replace(DIGEST, 'Digest ***');
}
