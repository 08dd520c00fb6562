import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../src/model/note.js';
import { addressOf, inClear } from '../src/store/remote/address.js';
import { challenges } from '../src/store/remote/challenge.js';
import { connect } from '../src/store/remote/connect.js';
import { credentialsFor, withoutSecrets, type Keyring } from '../src/store/remote/credentials.js';
import { answerable, digest } from '../src/store/remote/digest.js';
import { waitOf } from '../src/store/remote/fault.js';
import { detect, endpointsOf } from '../src/store/remote/layouts.js';
import { netrcLogin } from '../src/store/remote/netrc.js';
import { sparqlServer, type Options, type SparqlServer } from './support/sparql-server.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const c of closing.splice(0)) await c.close();
});
const server = async (o: Options = {}): Promise<SparqlServer> => {
  const s = await sparqlServer(o);
  closing.push(s);
  return s;
};
const PATIENCE = { retries: 1, first: 1 };
const USER = 'هەڵۆ "x\\y"', PASSWORD = 'نهێنی:7&"<x>';
const KEYS: Keyring = { HEWAL_STORE_USER: USER, HEWAL_STORE_PASSWORD: PASSWORD };
const authorizations = (s: SparqlServer): string[] => s.seen.map((x) => String(x.headers.authorization ?? '-').split(' ')[0] as string);
const failure = async (work: Promise<unknown>): Promise<UserError> => {
  const e = await work.then(() => undefined, (x: unknown) => x);
  expect(e).toBeInstanceOf(UserError);
  return e as UserError;
};

describe('Digest', () => {
  it.each([
    // RFC 7616, section 3.9.1; RFC 2617, section 3.5; RFC 2069, section 2.4 (with its erratum)
    ['Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"', 'Circle of Life', 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ', '8ca523f5e9506fed4657c9700eebdbec'],
    ['Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"', 'Circle of Life', 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
    ['Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"', 'Circle Of Life', '0a4f113b', '6629fae49393a05397450978507c4ef1'],
    ['Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"', 'CircleOfLife', '', '1949323746fe6a43ef61f9606e7febea'],
  ])('answers %s', (header, password, cnonce, response) => {
    const [c] = challenges(header);
    if (!c) throw new Error('no challenge');
    expect(answerable(c)).toBe(true);
    const said = digest(c, { method: 'GET', uri: '/dir/index.html', user: 'Mufasa', password, count: 1, cnonce });
    expect(said).toContain(`response="${response}"`);
    expect(said.includes('nc=00000001')).toBe(cnonce !== '');
  });

  it.each([['Digest nonce="n", algorithm=MD4'], ['Digest nonce="n", qop="auth-int"'], ['Digest realm="r"'], ['Basic realm="x"']])('does not try %s', (header) => {
    expect(challenges(header).some(answerable)).toBe(false);
  });
});

it.each<[string, [string, Record<string, string>][]]>([
  ['Basic realm="a, b=\\"c\\""', [['basic', { realm: 'a, b="c"' }]]],
  ['Negotiate, Basic realm=x, Digest nonce="1,2" , qop="auth"', [['negotiate', {}], ['basic', { realm: 'x' }], ['digest', { nonce: '1,2', qop: 'auth' }]]],
  ['Negotiate abc==, BEARER Error = "e"', [['negotiate', {}], ['bearer', { error: 'e' }]]],
  ['Digest __proto__="x", constructor=y', [['digest', { ['__proto__']: 'x', constructor: 'y' }]]],
  ['"', []], ['', []], [`Basic ${'a='.repeat(50)}`, [['basic', { a: 'a' }]]],
])('reads the challenge %s', (header, expected) => {
  expect(challenges(header).map((c) => [c.scheme, JSON.stringify(Object.entries(c.params))])).toEqual(expected.map(([scheme, params]) => [scheme, JSON.stringify(Object.entries(params))]));
});

describe('a server that asks', () => {
  const ask = async (s: SparqlServer, keys: Keyring) => {
    const { store } = await connect({ to: s.to, server: 'oxigraph', protocol: 'gsp' }, keys, PATIENCE, 10);
    await store.put('urn:g', ['<urn:a> <urn:b> "سڵاو" .']);
    await store.update(['INSERT DATA { GRAPH <urn:h> { <urn:a> <urn:b> 1 } }']);
    await store.remove('urn:g');
    return store.select('SELECT ?g { GRAPH ?g { ?s ?p ?o } }');
  };

  it.each(['MD5', 'SHA-256'])('for Digest (%s) never sees a password, and is not asked again for every request', async (algorithm) => {
    const s = await server({ auth: { kind: 'digest', user: USER, password: PASSWORD, algorithm } });
    expect(await ask(s, KEYS)).toEqual([{ g: 'urn:h' }]);
    // once for each address: /store (used twice), /update, /query
    expect(authorizations(s)).toEqual(['-', 'Digest', '-', 'Digest', 'Digest', '-', 'Digest']);
  });

  it('for Digest may change its nonce at every request', async () => {
    let n = 0;
    const s = await server({ auth: { kind: 'digest', user: USER, password: PASSWORD, nonces: () => `n${(n - 1) >> 1}` }, fault: () => void n++ });
    expect(await ask(s, KEYS)).toEqual([{ g: 'urn:h' }]);
  });

  it('for Basic gets it from the second request on, for a token from the first', async () => {
    const basic = await server({ auth: { kind: 'basic', user: USER, password: PASSWORD } });
    expect(await ask(basic, KEYS)).toEqual([{ g: 'urn:h' }]);
    expect(authorizations(basic)).toEqual(['-', 'Basic', '-', 'Basic', 'Basic', '-', 'Basic']);
    const bearer = await server({ auth: { kind: 'bearer', token: 'abc.DEF-1==' } });
    expect(await ask(bearer, { HEWAL_STORE_TOKEN: 'abc.DEF-1==' })).toEqual([{ g: 'urn:h' }]);
    expect(authorizations(bearer)).toEqual(['Bearer', 'Bearer', 'Bearer', 'Bearer']);
    const open = await server();
    await ask(open, KEYS);
    expect(authorizations(open)).toEqual(['-', '-', '-', '-']);
  });

  it.each<[Options['auth'], Keyring, RegExp]>([
    [{ kind: 'digest', user: USER, password: 'other' }, KEYS, /does not accept these credentials/], [{ kind: 'basic', user: USER, password: 'other' }, KEYS, /does not accept/],
    [{ kind: 'bearer', token: 'other' }, { HEWAL_STORE_TOKEN: 'mine' }, /does not accept/], [{ kind: 'basic', user: USER, password: 'x' }, {}, /wants a user and a password/], [{ kind: 'bearer', token: 'x' }, KEYS, /does not accept/],
  ])('%o with what is wrong is not tried on and on', async (auth, keys, message) => {
    const s = await server(auth ? { auth } : {});
    const e = await failure(ask(s, keys));
    expect(e.message).toMatch(message);
    expect(`${e.message}${e.hint}${e.place}`).not.toContain(PASSWORD);
    expect(s.seen.length).toBeLessThan(4);
  });
});

describe('redirects', () => {
  const redirecting = async (location: (path: string) => string, status = 307): Promise<string> => {
    const http = createServer((req, res) => res.writeHead(status, { location: location(req.url ?? '') }).end());
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    closing.push({ close: () => new Promise((resolve) => (http.closeAllConnections(), http.close(() => resolve()))) });
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  };
  const put = async (to: string, keys: Keyring) => (await connect({ to, server: 'oxigraph', protocol: 'gsp' }, keys, PATIENCE, 10)).store.put('urn:g', ['<urn:a> <urn:b> <urn:c> .']);

  it('to another server are not followed: neither articles nor credentials get there', async () => {
    const other = await server();
    for (const status of [301, 302, 307, 308]) {
      const e = await failure(put(await redirecting((path) => other.to + path, status), { HEWAL_STORE_TOKEN: 'secret-token' }));
      expect(e.message).toBe(`redirects to ${other.to}`);
    }
    expect(other.seen).toEqual([]);
  });

  it('within a server are followed, with method and body', async () => {
    const s = await server({ auth: { kind: 'digest', user: USER, password: PASSWORD }, fault: (x) => (x.path === '/store' && !x.headers['x-never'] && x.graph === 'urn:g' ? { status: 308, headers: { location: '/store?graph=urn:h' } } : undefined) });
    await put(s.to, KEYS);
    expect(s.store.match().map((q) => q.graph.value)).toEqual(['urn:h']);
  });

  it('in a circle end', async () => {
    expect((await failure(put(await redirecting((path) => path), KEYS))).message).toBe('redirects in a circle');
    expect((await failure(put(await redirecting(() => 'http://['), KEYS))).message).toBe('redirects to what is no URL');
  });
});

describe('credentials', () => {
  it.each<[Keyring, object]>([
    [{}, { kind: 'none' }], [{ HEWAL_STORE_USER: '', HEWAL_STORE_PASSWORD: '' }, { kind: 'none' }],
    [KEYS, { kind: 'password', user: USER, password: PASSWORD }], [{ HEWAL_STORE_TOKEN: 'a.b' }, { kind: 'token', token: 'a.b' }],
    [{ netrc: 'machine h login u password p' }, { kind: 'password', user: 'u', password: 'p' }], [{ netrc: 'machine h login u password p', HEWAL_STORE_TOKEN: 't' }, { kind: 'token', token: 't' }], [{ netrc: 'machine x login u password p' }, { kind: 'none' }],
  ])('%o', (keys, expected) => expect(credentialsFor('h', keys)).toEqual(expected));

  it.each<[Keyring, RegExp]>([
    [{ HEWAL_STORE_USER: 'u' }, /PASSWORD is not set/], [{ HEWAL_STORE_PASSWORD: 'SECRET' }, /USER is not set/], [{ ...KEYS, HEWAL_STORE_TOKEN: 'SECRET' }, /both set/],
    [{ HEWAL_STORE_TOKEN: 'SECRET\n' }, /no bearer token/], [{ HEWAL_STORE_TOKEN: 'SECRET x' }, /no bearer token/], [{ HEWAL_STORE_USER: 'u:v', HEWAL_STORE_PASSWORD: 'SECRET' }, /colon/], [{ HEWAL_STORE_USER: 'u', HEWAL_STORE_PASSWORD: 'SECRET\r\nx: y' }, /control character/],
    [{ netrc: 'machine h login u password "SECRET\u0001"' }, /netrc entry/],
  ])('refuses %o', async (keys, message) => {
    const e = await failure(Promise.resolve().then(() => credentialsFor('h', keys)));
    expect(e.message).toMatch(message);
    expect(`${e.message}${e.hint}${e.place}`).not.toContain('SECRET');
  });

  it.each<[string, string | undefined]>([
    ['machine a login u password p\nmachine h\n  login v\n  account x\n  password q', 'v q'], ['machine h login u', undefined], ['default login d password e', 'd e'], ['machine h login u password p default login d password e', 'u p'],
    ['# machine h login no password no\nmachine H login u password "a \\"b\\" c"', 'u a "b" c'], ['macdef init\nmachine h login no password no\n\nmachine h login u password p', 'u p'], ['machine h password pass#word login u', 'u pass#word'], ['', undefined], ['machine', undefined], ['login u password p', undefined],
    ['machine h password machine login u', 'u machine'], ['macdef x\nmachine h login u password p', undefined],
  ])('netrc %j', (text, expected) => {
    const login = netrcLogin(text, 'h');
    expect(login && `${login.user} ${login.password}`).toBe(expected);
  });

  it('never get back out of what a server says', () => {
    const c = credentialsFor('h', KEYS);
    const b64 = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    for (const echo of [PASSWORD, b64, encodeURIComponent(PASSWORD), JSON.stringify({ p: PASSWORD }), `Authorization: Basic ${b64}`, PASSWORD.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), Buffer.from(PASSWORD).toString('base64')]) {
      const said = withoutSecrets(`before ${echo} after`, c);
      for (const form of [PASSWORD, b64, encodeURIComponent(PASSWORD), JSON.stringify(PASSWORD).slice(1, -1), Buffer.from(PASSWORD).toString('base64'), 'نهێنی']) expect(said).not.toContain(form);
      expect(said).toMatch(/^before .*\*\*\*.* after$/);
    }
    expect(withoutSecrets('got Digest username="u", response="0123abcd", nc=1 there', { kind: 'none' })).not.toContain('0123abcd');
  });
});

describe('addresses', () => {
  it.each(['http://u:SECRET@h/', 'http://:SECRET@h/', 'https://SECRET@h/', 'ftp://h/SECRET', 'h:3030/SECRET', 'SECRET', '', 'http://h/#SECRET', 'file:///SECRET', 'javascript:SECRET'])('%j is refused, and not repeated', async (text) => {
    const e = await failure(Promise.resolve().then(() => addressOf(text, '--to')));
    expect(`${e.message}${e.hint}${e.place}`).not.toContain('SECRET');
    expect(e.place).toBe('--to');
  });

  it.each<[string, boolean]>([['http://localhost:1/', false], ['http://127.0.0.1/', false], ['http://[::1]:1/', false], ['https://h/', false], ['http://h/', true], ['http://127.0.0.1.example.org/', true], ['http://10.0.0.1/', true]])('%s sends in clear: %s', (text, clear) => expect(inClear(new URL(text))).toBe(clear));

  it.each<[Parameters<typeof endpointsOf>[0], string, boolean, string]>([
    ['fuseki', 'http://h/fuseki/ds/', false, 'http://h/fuseki/ds/query http://h/fuseki/ds/update http://h/fuseki/ds/data'], ['oxigraph', 'http://h:7878/query?x=y', false, 'http://h:7878/query http://h:7878/update http://h:7878/store'],
    ['virtuoso', 'http://h/sparql', false, 'http://h/sparql http://h/sparql http://h/sparql-graph-crud'], ['virtuoso', 'http://h', true, 'http://h/sparql-auth http://h/sparql-auth http://h/sparql-graph-crud-auth'],
    ['rdf4j', 'http://h/rdf4j-server/repositories/query', false, 'http://h/rdf4j-server/repositories/query http://h/rdf4j-server/repositories/query/statements http://h/rdf4j-server/repositories/query/rdf-graphs/service'],
  ])('%s at %s', (kind, to, known, expected) => {
    const e = endpointsOf(kind, new URL(to), known);
    expect(`${e.query} ${e.update} ${e.gsp}`).toBe(expected);
  });

  it.each<[string, string, Readonly<Record<string, Readonly<Record<string, string>>>>]>([
    ['rdf4j', 'http://h/x/repositories/r', {}], ['fuseki', 'http://h/ds', { '/ds/query': { 'fuseki-request-id': '1' } }], ['fuseki', 'http://h/ds', { '/ds/query': { server: 'Apache Jena Fuseki (5.1.0)' } }],
    ['oxigraph', 'http://h', { '/query': { server: 'Oxigraph/0.5.13' } }], ['virtuoso', 'http://h/', { '/sparql': { server: 'Virtuoso/07.20.3229 (Linux)' } }],
    ['none', 'http://h', {}], ['none', 'http://h', { '/query': { server: 'nginx' } }], ['none', 'http://h', { '/sparql': { server: 'nginx' } }],
  ])('finds %s at %s', async (expected, to, there) => {
    const found = detect(new URL(to), async (r) => {
      const headers = there[new URL(r.url).pathname];
      const { StoreFault } = await import('../src/store/remote/fault.js');
      if (!headers) throw new StoreFault('lasting', '404', 404);
      return { status: 200, headers: new Headers(headers), text: '{}' };
    });
    if (expected === 'none') expect((await failure(found)).hint).toMatch(/--server/);
    else expect(await found).toBe(expected);
  });

  it('are warned of before anything is sent', async () => {
    const order: string[] = [];
    await connect({ to: 'http://store.invalid/', protocol: 'auto' }, { HEWAL_STORE_TOKEN: 'SECRET' }, { ...PATIENCE, waiting: () => order.push('request') }, 5, (message) => order.push(message)).catch(() => order.push('failed'));
    expect(order[0]).toMatch(/^store\.invalid is reached over plain HTTP/);
    expect(order.at(-1)).toBe('failed');
    expect(order.join()).not.toContain('SECRET');
  });

  it('that lead nowhere say so', async () => {
    const gone = await server();
    await gone.close();
    closing.pop();
    const e = await failure(connect({ to: gone.to, protocol: 'auto' }, {}, PATIENCE, 5));
    expect(e).toMatchObject({ message: 'does not answer: ECONNREFUSED', place: `${gone.to}/query` });
    expect((await failure(connect({ to: 'http://no-such-host.invalid/', protocol: 'auto' }, {}, PATIENCE, 5))).message).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect((await failure(connect({ query: 'http://h/q', protocol: 'auto' }, {}, PATIENCE, 5))).message).toMatch(/nothing says where/);
    expect((await failure(connect({ query: 'http://h/q', update: 'http://h/u', protocol: 'gsp' }, {}, PATIENCE, 5))).message).toMatch(/no Graph Store endpoint/);
  });

  it.each<[string | null, number | undefined]>([[null, undefined], ['7', 7], [' 0 ', 0], ['-1', undefined], ['soon', undefined], ['Thu, 01 Jan 1970 00:01:00 GMT', 50], ['Thu, 01 Jan 1970 00:00:00 GMT', 0]])('Retry-After %j is %s s', (header, seconds) => {
    expect(waitOf(header, 10_000)).toBe(seconds);
  });
});
