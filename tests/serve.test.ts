import { beforeAll, describe, expect, it } from 'vitest';
import type { Hono } from 'hono';
import { Parser } from 'n3';
import { createLanguage } from '../src/language/index.js';
import type { Engine } from '../src/query/engine.js';
import { QueryError, type Why } from '../src/query/fault.js';
import { findByName } from '../src/query/find.js';
import { createApp, type AppOptions } from '../src/serve/app.js';
import { hostsOf } from '../src/serve/hosts.js';
import { LONGEST } from '../src/serve/sparql.js';
import { BASE, engineHere, QUADS } from './support/graph.js';
import { tables } from './support/make.js';

const ORIGIN = 'http://127.0.0.1:8080';
let engine: Engine, app: Hono;
const reported: unknown[] = [];
const make = (options: Partial<AppOptions> = {}): Hono => createApp({
  engine, base: BASE, assets: new Map([['page.css', { body: new TextEncoder().encode('body {}'), type: 'text/css; charset=utf-8', etag: '"1"' }]]), hosts: hostsOf('127.0.0.1', 'own', []), cors: undefined,
  find: (name, place) => findByName(engine, name, createLanguage(tables), place), report: (e) => reported.push(e), ...options,
});
beforeAll(async () => {
  engine = await engineHere(QUADS);
  app = make();
});

const SELECT = 'SELECT ?s WHERE { ?s a news:Article } ORDER BY ?s', ASK = 'ASK { ?s ?p ?o }', CONSTRUCT = 'CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }', DESCRIBE = `DESCRIBE <${BASE}entity/person/azad>`;
const get = (path: string, headers: Record<string, string> = {}, on = app) => on.fetch(new Request(ORIGIN + path, { headers }));
const query = (text: string, rest = ''): string => `/sparql?query=${encodeURIComponent(text)}${rest}`;
const post = (type: string | undefined, body: string | Uint8Array<ArrayBuffer>, path = '/sparql', headers: Record<string, string> = {}) => app.fetch(new Request(ORIGIN + path, { method: 'POST', body: typeof body === 'string' ? new TextEncoder().encode(body) : body, headers: { ...(type === undefined ? {} : { 'content-type': type }), ...headers } }));
const FORM = 'application/x-www-form-urlencoded', DIRECT = 'application/sparql-query';
const typeOf = (r: Response): string => (r.headers.get('content-type') ?? '').split(';')[0] as string;
const graphs = (d: readonly string[], n: readonly string[]): string => [...d.map((g) => `&default-graph-uri=${encodeURIComponent(g)}`), ...n.map((g) => `&named-graph-uri=${encodeURIComponent(g)}`)].join('');

describe('SPARQL 1.1 Protocol: what the W3C suite asks of queries', () => {
  it.each([
    ['query_get', () => get(query(SELECT)), 200], ['query_post_form', () => post(FORM, `query=${encodeURIComponent(SELECT)}`), 200], ['query_post_form, with a charset', () => post(`${FORM}; charset=UTF-8`, `query=${encodeURIComponent(SELECT)}`), 200], ['query_post_direct', () => post(DIRECT, SELECT), 200],
    ['query by HEAD', () => app.fetch(new Request(ORIGIN + query(SELECT), { method: 'HEAD' })), 200],
    ['bad_query_method', () => app.fetch(new Request(ORIGIN + query(SELECT), { method: 'PUT' })), 405], ['delete', () => app.fetch(new Request(`${ORIGIN}/sparql`, { method: 'DELETE' })), 405],
    ['bad_multiple_queries (GET)', () => get(query('ASK {}', '&query=ASK%20%7B%7D')), 400], ['bad_multiple_queries (POST)', () => post(FORM, 'query=ASK%20%7B%7D&query=ASK%20%7B%7D'), 400], ['query in the address and the body', () => post(DIRECT, ASK, query(ASK)), 400],
    ['bad_query_wrong_media_type', () => post('text/plain', ASK), 415], ['bad_query_missing_form_type', () => post(undefined, `query=${encodeURIComponent(ASK)}`), 415], ['bad_query_missing_direct_type', () => post(undefined, ASK), 415], ['a type that is none', () => post('*/*', ASK), 415],
    ['bad_query_non_utf8', () => post(DIRECT, new Uint8Array([0x41, 0x53, 0x4b, 0xff, 0xfe])), 400], ['bad_query_non_utf8, said so', () => post(`${DIRECT}; charset=utf-16`, ASK), 415], ['UTF-16', () => post(DIRECT, new Uint8Array(Buffer.from(ASK, 'utf16le'))), 400],
    ['bad_query_syntax (GET)', () => get(query('ASK { ')), 400], ['bad_query_syntax (form)', () => post(FORM, 'query=ASK%20%7B'), 400], ['bad_query_syntax (direct)', () => post(DIRECT, 'ASK { '), 400], ['empty', () => post(DIRECT, ''), 400], ['a form without a query', () => post(FORM, 'a=b'), 400],
    ['a graph that is no IRI', () => get(query(ASK, '&default-graph-uri=%3Cx%3E')), 400], ['a dataset without a query', () => get(`/sparql?${graphs([BASE], []).slice(1)}`), 400],
    ['update_post_form', () => post(FORM, 'update=CLEAR%20ALL'), 403], ['update_post_direct', () => post('application/sparql-update', 'CLEAR ALL'), 403], ['bad_update_get', () => get('/sparql?update=CLEAR%20ALL'), 403], ['an update as a query', () => get(query('CLEAR ALL')), 403], ['an update as a query, posted', () => post(DIRECT, 'PREFIX a: <a:> INSERT DATA { a:b a:b a:b }'), 403],
    ['SERVICE', () => get(query('SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }')), 422], ['SERVICE SILENT', () => get(query('SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }')), 422],
    ['too long', () => post(DIRECT, `ASK {} #${'x'.repeat(LONGEST)}`), 413], ['a megabyte', () => post(FORM, `query=${'x'.repeat(1 << 20)}`), 413], ['NUL', () => post(DIRECT, 'ASK { ?s ?p "\u0000" }'), 200], ['only NUL', () => post(DIRECT, '\u0000'), 400],
  ] as const)('%s', async (_, ask, status) => {
    const r = await ask();
    expect(r.status, await r.clone().text()).toBe(status);
    if (status === 405) expect(r.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    if (status === 415) expect(r.headers.get('accept-post')).toContain(DIRECT);
    if (status >= 400) expect((await r.text()).length).toBeGreaterThan(3);
    expect(r.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('all three ways give the same answer', async () => {
    const bodies = await Promise.all([get(query(SELECT)), post(FORM, `query=${encodeURIComponent(SELECT)}`), post(DIRECT, SELECT)].map(async (r) => (await r).text()));
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] as string)).toMatchObject({ head: { vars: ['s'] }, results: { bindings: [{ s: { type: 'uri', value: `${BASE}article/one` } }, { s: { value: `${BASE}article/two` } }] } });
  });

  const one = `${BASE}article/one`, two = `${BASE}article/two`;
  it.each([
    ['query_dataset_default_graph', [one], [], [one]], ['query_dataset_default_graphs', [one, two], [], [one, two]], ['query_dataset_named_graphs', [], [two], [two]], ['query_dataset_full', [one], [two], [one, two]], ['a graph that is not there', ['http://nowhere/'], [], []],
  ])('%s, by GET and both ways of POST; the protocol stands above FROM', async (_, d, n, found) => {
    const text = `SELECT DISTINCT ?s FROM <http://nowhere/> { { ?s a news:Article } UNION { GRAPH ?g { ?s a news:Article } } } ORDER BY ?s`;
    for (const r of [await get(query(text, graphs(d, n))), await post(FORM, `query=${encodeURIComponent(text)}${graphs(d, n)}`), await post(DIRECT, text, `/sparql?${graphs(d, n).slice(1)}`)]) {
      expect(((await r.json()) as { results: { bindings: { s: { value: string } }[] } }).results.bindings.map((b) => b.s.value)).toEqual(found);
    }
  });
});

describe('content negotiation', () => {
  it.each([
    [SELECT, undefined, 'application/sparql-results+json'], [SELECT, '*/*', 'application/sparql-results+json'], [SELECT, 'application/json', 'application/json'], [SELECT, 'application/sparql-results+xml', 'application/sparql-results+xml'], [SELECT, 'application/xml', 'application/xml'], [SELECT, 'text/csv', 'text/csv'], [SELECT, 'text/tab-separated-values', 'text/tab-separated-values'],
    [SELECT, 'text/csv;q=0.2, text/tab-separated-values;q=0.9', 'text/tab-separated-values'], [SELECT, 'text/html, */*;q=0.1', 'application/sparql-results+json'], [SELECT, 'text/turtle', 406], [SELECT, 'image/png', 406], [SELECT, 'text/csv;q=0', 406],
    [ASK, 'application/sparql-results+json', 'application/sparql-results+json'], [ASK, 'application/sparql-results+xml', 'application/sparql-results+xml'], [ASK, 'text/csv', 'text/csv'],
    [CONSTRUCT, undefined, 'text/turtle'], [CONSTRUCT, 'application/n-triples', 'application/n-triples'], [CONSTRUCT, 'application/rdf+xml', 'application/rdf+xml'], [CONSTRUCT, 'application/ld+json', 'application/ld+json'], [CONSTRUCT, 'text/csv', 406], [DESCRIBE, 'application/sparql-results+json, text/turtle', 'text/turtle'], [DESCRIBE, 'text/plain', 406],
  ])('%s as %s', async (text, accept, expected) => {
    const r = await get(query(text), accept === undefined ? {} : { accept });
    if (typeof expected === 'number') return expect(r.status).toBe(expected);
    expect(r.status).toBe(200);
    expect(typeOf(r)).toBe(expected);
    expect(r.headers.get('vary')).toMatch(/Accept/);
    if (expected.endsWith('json')) expect(JSON.parse(await r.text())).toBeTruthy();
    if (expected === 'text/turtle' || expected === 'application/n-triples') expect(new Parser({ format: expected }).parse(await r.text()).length).toBeGreaterThan(1);
  });

  it('the service describes itself', async () => {
    const r = await get('/sparql', { accept: 'text/turtle' });
    const quads = new Parser().parse(await r.text());
    const sd = (p: string) => quads.filter((q) => q.predicate.value === `http://www.w3.org/ns/sparql-service-description#${p}`).map((q) => q.object.value);
    expect(sd('endpoint')).toEqual([`${ORIGIN}/sparql`]);
    expect(sd('supportedLanguage')).toEqual(['http://www.w3.org/ns/sparql-service-description#SPARQL11Query']);
    expect(sd('resultFormat')).toHaveLength(8);
    expect(JSON.parse(await (await get('/sparql', { accept: 'application/ld+json' })).text())['@graph'].length).toBeGreaterThan(1);
    expect((await get('/sparql', { accept: 'image/png' })).status).toBe(406);
    expect((await get('/sparql', { accept: 'text/html' })).headers.get('location')).toBe('/');
  });

  it('faults are told to people and to programs', async () => {
    const text = await (await get(query('SELECT * {\n ?s foo:bar ?o }'))).text();
    expect(text).toContain('line 2, column 5: the prefix foo: is not declared\n ?s foo:bar ?o }\n    ^\n');
    const r = await get(query('SELECT * {\n ?s foo:bar ?o }'), { accept: 'application/sparql-results+json, application/problem+json' });
    expect(typeOf(r)).toBe('application/problem+json');
    expect(await r.json()).toMatchObject({ status: 400, why: 'syntax', line: 2, column: 5 });
  });

  it.each([['timeout', 503], ['busy', 503], ['crash', 500], ['limit', 422], ['memory', 422]] as readonly (readonly [Why, number])[])('%s is status %i', async (why, status) => {
    const failing: Engine = { ...engine, loaded: () => ({ ...engine.loaded() }), ask: () => Promise.reject(new QueryError({ why, message: 'm', hint: 'h' })) };
    const r = await get(query(SELECT), {}, make({ engine: failing }));
    expect(r.status).toBe(status);
    expect(r.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
    for (const path of ['/entity/person/azad', `/queries/statements-of?person=${encodeURIComponent('ئازاد')}`]) {
      const page = await get(path, {}, make({ engine: failing, find: (name, place) => findByName(failing, name, createLanguage(tables), place) }));
      expect([path, page.status, page.headers.get('retry-after')]).toEqual([path, status, status === 503 ? '5' : null]);
    }
  });

  it('the limit of rows is for those who ask, not for the pages', async () => {
    const strict = await engineHere(QUADS, 0), on = make({ engine: strict, find: (name, place) => findByName(strict, name, createLanguage(tables), place) });
    expect((await get(query(SELECT), {}, on)).status).toBe(422);
    for (const path of ['/', '/article/one', '/entity/person/azad', '/article/one/event/1-meeting', `/resource?iri=${encodeURIComponent(`${BASE}article/one#char=48,74`)}`, `/queries/statements-of?person=${encodeURIComponent('ئازاد')}`]) expect((await get(path, {}, on)).status, path).toBe(200);
  });
});

describe('who may ask', () => {
  it('no other site by default', async () => {
    const r = await get(query(SELECT), { origin: 'https://example.org' });
    for (const h of ['access-control-allow-origin', 'access-control-allow-methods']) expect(r.headers.get(h)).toBeNull();
    const options = await app.fetch(new Request(`${ORIGIN}/sparql`, { method: 'OPTIONS', headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' } }));
    expect([options.status, options.headers.get('allow'), options.headers.get('access-control-allow-origin')]).toEqual([204, 'GET, HEAD, POST, OPTIONS', null]);
    expect((await get(query(SELECT), { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
    expect((await get(query(SELECT), { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).status).toBe(403);
    expect((await get(query(SELECT), { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it.each(['/', '/ontology', '/article/one', '/entity/person/azad', '/resource?iri=x', '/queries', '/queries/arrests', '/assets/page.css', '/none'])('%s: a link of another site is followed, nothing else of it is answered', async (path) => {
    const site = async (name: string, dest: string, method = 'GET') => (await app.fetch(new Request(ORIGIN + path, { method, headers: { 'sec-fetch-site': name, 'sec-fetch-dest': dest } }))).status;
    const plain = (await get(path)).status;
    for (const dest of ['empty', 'image', 'script', 'iframe', 'style', 'object']) expect(await site('cross-site', dest), dest).toBe(403);
    expect([await site('cross-site', 'document'), await site('cross-site', 'document', 'HEAD'), await site('same-origin', 'empty'), await site('none', 'document')]).toEqual([plain, plain, plain, plain]);
    expect(await site('cross-site', 'document', 'POST')).toBe(403);
    expect((await make({ cors: '*' }).fetch(new Request(ORIGIN + path, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' } }))).status).toBe(403);
  });

  it('a query that comes with a link waits for its reader', async () => {
    for (const [path, runs] of [['/', true], [`/?query=${encodeURIComponent(SELECT)}`, false], ['/?query=', false]] as const) expect(await (await get(path)).text()).toContain(`data-runs="${runs ? 'yes' : 'no'}"`);
  });

  it('one site that --cors names', async () => {
    const open = make({ cors: 'https://example.org' });
    const r = await get(query(SELECT), { origin: 'https://example.org', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, open);
    expect([r.status, r.headers.get('access-control-allow-origin'), r.headers.get('cross-origin-resource-policy')]).toEqual([200, 'https://example.org', 'cross-origin']);
    expect(r.headers.get('vary')).toContain('Origin');
    expect((await get(query(SELECT), { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, open)).status).toBe(403);
    const options = await open.fetch(new Request(`${ORIGIN}/sparql`, { method: 'OPTIONS', headers: { origin: 'https://example.org' } }));
    expect(['allow-origin', 'allow-methods', 'allow-headers', 'max-age'].map((h) => options.headers.get(`access-control-${h}`))).toEqual(['https://example.org', 'GET, HEAD, POST', 'Accept, Content-Type', '600']);
    expect((await get('/', {}, open)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([['http://127.0.0.1:9/', 200], ['http://localhost/', 200], ['http://[::1]:8080/', 200], ['http://evil.example/', 403], ['http://127.0.0.1.evil.example:8080/sparql', 403], ['http://169.254.169.254/', 403]])('%s is answered with %i', async (url, status) => {
    expect((await app.fetch(new Request(url))).status).toBe(status);
    expect((await make({ hosts: undefined }).fetch(new Request(url))).status).toBe(200);
  });

  it.each([
    ['127.0.0.1', [], ['localhost', '127.0.0.1', '[::1]'], ['own', '192.168.1.5', '0.0.0.0', 'evil.example']], ['127.0.0.2', [], ['127.0.0.2', 'localhost'], ['127.0.0.3']],
    ['192.168.1.5', [], ['192.168.1.5'], ['localhost', 'own', '192.168.1.6', 'evil.example']], ['FD00::0:5', [], ['[fd00::5]'], ['[fd00::6]', 'fd00::5']], ['127.evil.example', [], ['127.evil.example'], ['localhost']],
    ['0.0.0.0', [], ['localhost', 'own', '192.168.1.5', '[fd00::5]', '[::1]'], ['evil.example', '192.168.1.5.evil.example', 'own.evil.example', '']], ['::', [], ['own', '10.0.0.1'], ['evil.example']],
    ['127.0.0.1', ['News.Example', 'kb.example'], ['news.example', 'kb.example', 'localhost'], ['evil.example', 'a.news.example']],
  ] as const)('at %s, with %j besides, it answers for %j and not for %j', (host, allowed, yes, no) => {
    const answers = hostsOf(host, 'Own', allowed);
    expect([yes.map(answers), no.map(answers)]).toEqual([yes.map(() => true), no.map(() => false)]);
  });

  it('what fails inside is reported, not told', async () => {
    const failing = make({ engine: { ...engine, ask: () => Promise.reject(new Error('/secret/path')) } });
    const r = await get(query(SELECT), {}, failing);
    expect([r.status, await r.text()]).toEqual([500, 'Something went wrong in the server.\n']);
    expect(String(reported.pop())).toContain('/secret/path');
  });
});

describe('ready-made queries', () => {
  it('are listed, and bound to what is asked', async () => {
    expect(((await (await get('/queries')).json()) as { name: string }[]).map((q) => q.name)).toContain('who-met-whom');
    const r = await get(`/queries/statements-of?person=${encodeURIComponent('ئازاد')}`);
    expect([r.status, typeOf(r)]).toEqual([200, 'application/sparql-query']);
    expect(await r.text()).toContain(`VALUES ?person { <${BASE}entity/person/azad> }`);
    expect(await (await get('/queries/statements-of?person=')).text()).toContain('VALUES ?person { org:white-house }');
    for (const [path, status] of [['/queries/statements-of?person=%22%7D', 400], ['/queries/statements-of?x=1', 400], ['/queries/no-such', 404], ['/queries/..%2Fpackage.json', 404]] as const) expect((await get(path)).status, path).toBe(status);
  });
});

describe('files of the pages', () => {
  it.each(['/assets/page.css', '/assets/page.css?x'])('%s is there', async (path) => {
    const r = await get(path);
    expect([r.status, typeOf(r), await r.text()]).toEqual([200, 'text/css', 'body {}']);
    expect((await get(path, { 'if-none-match': '"1"' })).status).toBe(304);
  });
  it.each(['/assets/', '/assets/no.css', '/assets/../package.json', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..\\package.json', '/assets/%00', '/assets/page.css%00', '/assets//etc/passwd', '/assets/__proto__', '/assets/constructor', '/package.json', '/dist/cli/main.js'])('%s is not', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
