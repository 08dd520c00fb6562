import { createHash } from 'node:crypto';
import type { Challenge } from './challenge.js';

/** What a Digest answer is about. */
export interface Asked {
  readonly method: string;
  /** Path and query, as they stand in the request. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** How often this nonce was used, this time counted. */
  readonly count: number;
  /** The client's nonce. */
  readonly cnonce: string;
}

const HASHES: Readonly<Record<string, string>> = { md5: 'md5', 'sha-256': 'sha256', 'sha-512-256': 'sha512-256' };

/** The hash of a challenge as node:crypto calls it, and whether it is of the session kind; undefined where we know none. */
function hashOf(c: Challenge): { readonly name: string; readonly session: boolean } | undefined {
  const [, algorithm = '', session] = /^(.*?)(-sess)?$/i.exec(c.params['algorithm'] ?? 'MD5') ?? [];
  const name = HASHES[algorithm.toLowerCase()];
  return name === undefined ? undefined : { name, session: session !== undefined };
}

/** Whether we can answer a challenge: Digest with a hash and a quality of protection that we know. */
export const answerable = (c: Challenge): boolean =>
  c.scheme === 'digest' && c.params['nonce'] !== undefined && hashOf(c) !== undefined && (c.params['qop'] === undefined || /(^|,)\s*auth\s*(,|$)/i.test(c.params['qop']));

/** The Authorization header that answers a Digest challenge (RFC 7616, section 3.4; without qop as RFC 2069 had it). */
export function digest(c: Challenge, a: Asked): string {
  const { name, session } = hashOf(c) ?? { name: 'md5', session: false };
  const hash = (...parts: string[]): string => createHash(name).update(parts.join(':'), 'utf8').digest('hex');
  const { realm = '', nonce = '', qop, opaque, algorithm } = c.params;
  const nc = a.count.toString(16).padStart(8, '0');
  const own = hash(a.user, realm, a.password);
  const one = session ? hash(own, nonce, a.cnonce) : own;
  const two = hash(a.method, a.uri);
  const response = qop === undefined ? hash(one, nonce, two) : hash(one, nonce, nc, a.cnonce, 'auth', two);
  const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
  return `Digest ${[
    `username=${quoted(a.user)}`, `realm=${quoted(realm)}`, `nonce=${quoted(nonce)}`, `uri=${quoted(a.uri)}`, `response="${response}"`,
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm.replace(/[^A-Za-z0-9-]/g, '')}`]),
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(qop === undefined && !session ? [] : [`cnonce="${a.cnonce}"`]),
    ...(qop === undefined ? [] : ['qop=auth', `nc=${nc}`]),
  ].join(', ')}`;
}
