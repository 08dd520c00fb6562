import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { DataFactory, type Quad } from 'n3';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTarget } from '../src/cli/target.js';
import { createLanguage } from '../src/language/index.js';
import { news } from '../src/model/vocabulary.js';
import type { Engine } from '../src/query/engine.js';
import { QueryError } from '../src/query/fault.js';
import { findByName } from '../src/query/find.js';
import { createApp } from '../src/serve/app.js';
import { createKept } from '../src/serve/view/kept.js';
import type { Room } from '../src/serve/view/room.js';
import { viewRoutes, type ViewOptions } from '../src/serve/view/routes.js';
import type { PageData } from '../src/viewer/index.js';
import { change } from './support/collection.js';
import { BASE, engineHere, QUADS } from './support/graph.js';
import { HOSTILE } from './support/hostile-strings.js';
import { ARTICLES, RDF_TYPE, tables } from './support/make.js';

const { namedNode, literal, quad } = DataFactory;
const ORIGIN = 'http://127.0.0.1:8080';
const POLICY = "default-src 'none'; script-src 'sha256-abc='; base-uri 'none'";
/** A page as small as one can be. */
const TEMPLATE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script type="application/json" id="data">"@hewal-data@"</script>`;
const OTHERS = "default-src 'none'; script-src 'self'";

function appOver(engine: Engine, view: Partial<ViewOptions> = {}): Hono {
  const find = (name: string, place: string) => findByName(engine, name, createLanguage(tables), place);
  const viewer = viewRoutes({ engine, base: BASE, rows: 10_000, template: TEMPLATE, texts: () => new Map(), given: () => undefined, find, ...view });
  return createApp({ engine, base: BASE, assets: new Map(), hosts: undefined, cors: undefined, find, report: (e) => expect.fail(String(e)), viewer });
}
/** Many articles that name one thing, each with two statements more than it names. */
const many = (n: number): Quad[] => Array.from({ length: n }, (_, i) => {
  const article = namedNode(`${BASE}article/n${i}`), passage = namedNode(`${BASE}article/n${i}#char=0,5`), say = (s: Quad['subject'], p: string, o: Quad['object']): Quad => quad(s, namedNode(p), o, article);
  return [
    say(article, RDF_TYPE, namedNode(news('Article'))), say(article, news('published'), literal(`2024-01-${String(1 + (i % 28)).padStart(2, '0')}`)), say(article, news('title'), literal(i === 7 ? 'كۆبوونەوەی هەولێر' : `سەردێڕی ${i}`)),
    say(passage, RDF_TYPE, namedNode(news('Passage'))), say(passage, news('inArticle'), article), say(passage, news('denotes'), namedNode(`${BASE}entity/person/azad`)), say(namedNode(`${BASE}entity/person/azad`), RDF_TYPE, namedNode(news('Person'))), say(namedNode(`${BASE}entity/person/azad`), 'http://www.w3.org/2000/01/rdf-schema#label', literal('ئازاد', 'ckb')),
  ];
}).flat();

let few: Engine, lots: Engine, app: Hono, small: Hono, large: Hono;
beforeAll(async () => {
  few = await engineHere(QUADS);
  lots = await engineHere(many(50));
  [app, small, large] = [appOver(few), appOver(few, { rows: 150 }), appOver(lots, { rows: 200 })];
});
const get = (on: Hono, path: string, headers: Record<string, string> = {}, method = 'GET') => on.fetch(new Request(ORIGIN + path, { headers, method }));
const dataOf = (html: string): PageData => JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as PageData;
const room = async (on: Hono, path: string): Promise<PageData> => {
  const r = await get(on, path);
  expect([path, r.status, r.headers.get('content-security-policy')]).toEqual([path, 200, POLICY]);
  return dataOf(await r.text());
};
const articlesIn = (d: PageData): string[] => d.articles.map((a) => a.iri.slice(`${BASE}article/`.length));
interface Element { readonly textContent: string | null; getAttribute(name: string): string | null; readonly attributes: Iterable<{ readonly name: string }> }
const list = async (on: Hono, path: string, status = 200): Promise<{ texts(selector: string): string[]; all(selector: string): Element[] }> => {
  const r = await get(on, path, { 'accept-language': 'en' });
  expect([path, r.status, r.headers.get('content-security-policy')]).toEqual([path, status, expect.stringContaining(OTHERS)]);
  const { document } = parseHTML(await r.text()) as unknown as { document: { querySelectorAll(selector: string): Iterable<Element> } };
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return { all, texts: (selector) => all(selector).map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim()) };
};

describe('rooms', () => {
  it.each([
    ['/view', ['one', 'two']], ['/view/article/one', ['one']], ['/view/article/two', ['two']], ['/view/article/one/event/1-meeting', ['one']], [`/view?iri=${encodeURIComponent(`${BASE}article/one#char=48,74`)}`, ['one']],
    ['/view/entity/person/azad', ['one', 'two']], [`/view?iri=${encodeURIComponent(`${BASE}entity/person/azad`)}`, ['one', 'two']], ['/view/entity/place/helir', undefined], ['/view?page=1&together=1', ['one', 'two']], ['/view?q=%DB%8C%DB%95%DA%A9%DB%95%D9%85&together=1', ['one']],
  ])('%s is the room of %j', async (path, articles) => {
    if (!articles) return void await list(app, path, 404);
    const data = await room(app, path);
    expect(articlesIn(data)).toEqual(articles);
    expect(data.entities.map((e) => e.name.ckb)).toContain('ئازاد');
    expect(data.links.length).toBeGreaterThan(0);
  });

  it('of the whole is what "hewal view" writes of the same graph, numerals by their value', async () => {
    const { pageData, createGrammar } = await import('../src/viewer/index.js');
    const { newsOntology } = await import('../src/check/ontology.js');
    const data = await room(app, '/view'), view = pageData({ quads: QUADS, ontology: newsOntology().quads, letters: tables.letters, base: BASE, grammar: createGrammar(tables) });
    expect(data).toEqual(JSON.parse(JSON.stringify(view).replaceAll('"\\"0.50\\"^^', '"\\"0.5\\"^^')));
  });

  it('of an article is the same where a file has no named graphs; only what else is said of who takes part in one event cannot be told apart', async () => {
    const turtle = appOver(await engineHere(QUADS.map((q) => quad(q.subject, q.predicate, q.object))));
    for (const path of ['/view/article/one', '/view/entity/person/shirko', '/view/entity/person/azad']) {
      const [a, b] = [await get(app, path), await get(turtle, path)];
      expect([path, a.status]).toEqual([path, b.status]);
      if (a.status !== 200) continue;
      const [x, y] = [dataOf(await a.text()), dataOf(await b.text())];
      expect([x.articles, x.passages, x.events.map((e) => e.iri)]).toEqual([y.articles, y.passages, y.events.map((e) => e.iri)]);
      expect(y.links.map((l) => l.property)).toEqual(expect.arrayContaining(x.links.map((l) => l.property)));
    }
    const limited = appOver(await engineHere(QUADS.map((q) => quad(q.subject, q.predicate, q.object))), { rows: 50 });
    expect((await get(limited, '/view/article/one')).status).toBe(422);
  });

  it('show whole texts where they are known', async () => {
    const iri = `${BASE}article/two`, text = 'ئازاد پێشوازی لە دارا کرد. ئازاد و دارا کۆنەبوونەوە. ئەمە لە گرافەکەدا نییە.';
    const asked: (readonly string[])[] = [];
    const known = appOver(few, { texts: (iris) => (asked.push(iris), new Map([[iri, { id: 'two', text }]])) });
    expect((await room(known, '/view')).articles.map((a) => [a.iri, a.whole])).toEqual([[`${BASE}article/one`, false], [iri, true]]);
    expect((await room(known, '/view/article/two')).articles[0]?.text).toBe(text);
    expect(asked.map((a) => [...a].sort())).toEqual([[`${BASE}article/one`, iri], [iri]]);
  });
});

describe('more than one page shows', () => {
  it('is a list, the newest first, in parts', async () => {
    const d = await list(large, '/view');
    expect([d.texts('.articles li').length, d.texts('.counts'), d.texts('.articles time').slice(0, 3)]).toEqual([20, ['50 articles'], ['2024-01-28', '2024-01-27', '2024-01-26']]);
    expect(d.texts('.note')[0]).toContain('more than the 200 statements');
    expect(d.all('.downloads a').map((a) => a.getAttribute('href'))).toEqual(['/view?page=2', '/view?page=1&together=1#lang=en']);
    expect((await list(large, '/view?page=3')).texts('.articles li')).toHaveLength(10);
    const seen = new Set<string>();
    for (const n of [1, 2, 3]) for (const a of (await list(large, `/view?page=${n}`)).all('.articles a')) seen.add(a.getAttribute('href') ?? '');
    expect(seen.size).toBe(50);
    for (const odd of ['0', '-1', '99', 'x', '1e9', '']) expect((await list(large, `/view?page=${odd}`)).texts('.articles li').length).toBeGreaterThan(0);
  });

  it('of a thing is a list of the articles that name it', async () => {
    const d = await list(large, '/view/entity/person/azad');
    expect([d.texts('h1'), d.texts('.counts'), d.texts('.note').length]).toEqual([['Articles that name ئازاد'], ['50 articles'], 1]);
    expect(articlesIn(await room(large, '/view/entity/person/azad?page=3&together=1'))).toHaveLength(10);
    expect(articlesIn(await room(large, '/view/article/n3'))).toEqual(['n3']);
  });

  it('is refused with its limit where nothing is left to choose', async () => {
    for (const path of ['/view/article/one', '/view/entity/person/azad?together=1']) expect((await list(small, path, 422)).texts('h1')).toEqual([expect.stringContaining('more than the 150 statements')]);
    expect(articlesIn(await room(small, '/view/article/two'))).toEqual(['two']);
  });

  it('is searched in any spelling, for articles and for things', async () => {
    expect((await list(large, `/view?q=${encodeURIComponent('کۆبوونەوەى هەولير')}`)).texts('.articles li a')).toEqual([]);
    expect((await list(large, `/view?q=${encodeURIComponent('هەولێر کۆبوونەوەي')}`)).texts('.articles li a')).toEqual(['كۆبوونەوەی هەولێر']);
    expect((await list(large, '/view?q=n12')).texts('.articles li a')).toEqual(['سەردێڕی 12']);
    expect((await list(large, '/view?q=2024-01-28')).texts('.articles li')).toHaveLength(1);
    for (const name of ['ئازاد', 'person:azad', `${BASE}entity/person/azad`]) expect((await list(large, `/view?q=${encodeURIComponent(name)}`)).all('p a.thing').map((a) => a.getAttribute('href'))).toEqual(['/view/entity/person/azad?lang=en#lang=en']);
    expect((await list(large, `/view?q=${encodeURIComponent('ئازاد')}`)).texts('.list > p')).toEqual(['Articles that name ئازاد']);
    expect((await list(large, '/view?q=zzz')).texts('.list > p')).toEqual(['nothing in the graph is called "zzz"', expect.stringContaining('use a label'), 'Nothing fits.']);
  });
});

describe('what is there, and what is not', () => {
  it.each(['/view/article/none', '/view/entity/person/nobody', '/view/entity/', '/view?iri=http://nowhere/', '/view/nothing', '/view/', '/view/article/../../etc/passwd', '/view/%2e%2e/%2e%2e/etc/passwd'])('%s is not', async (path) => expect((await get(app, path)).status).toBe(404));
  it.each(['/view?iri=', '/view?iri=x%20y', '/view?iri=%3E%20%7D', `/view?iri=${encodeURIComponent('http://x/> ?p ?o } #')}`])('%s is no IRI', async (path) => expect((await get(app, path)).status).toBe(400));
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    for (const path of ['/view', '/view/article/one', '/view/none']) expect([(await get(app, path, {}, method)).status, (await get(app, path, {}, method)).headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('HEAD has the same headers and no body', async () => {
    for (const path of ['/view', '/view/article/one', '/view?page=1', '/view/article/none']) {
      const [a, b] = [await get(app, path), await get(app, path, {}, 'HEAD')];
      expect([b.status, await b.text(), b.headers.get('etag'), b.headers.get('content-security-policy')]).toEqual([a.status, '', a.headers.get('etag'), a.headers.get('content-security-policy')]);
    }
  });

  it('a room that a browser has is not sent again, and keeps its policy', async () => {
    const etag = (await get(app, '/view/article/one')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20}"$/);
    for (const had of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const r = await get(app, '/view/article/one', { 'if-none-match': had });
      expect([r.status, await r.text(), r.headers.get('etag'), r.headers.get('content-security-policy'), r.headers.get('cache-control'), r.headers.get('x-frame-options')]).toEqual([304, '', etag, POLICY, 'no-cache', 'DENY']);
    }
    expect((await get(app, '/view/article/two', { 'if-none-match': etag })).status).toBe(200);
  });

  it('other sites get nothing of it but the page that a link leads to', async () => {
    for (const [dest, status] of [['document', 200], ['iframe', 403], ['empty', 403]] as const) expect((await get(app, '/view', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest })).status).toBe(status);
  });

  it('pages of things lead into it, in their language; what is no thing of the news does not', async () => {
    const link = async (on: Hono, path: string) => (await list(on, path)).all('.room a').map((a) => a.getAttribute('href'));
    expect(await link(app, '/entity/person/azad?lang=ckb')).toEqual(['/view/entity/person/azad?lang=ckb#lang=ckb']);
    for (const path of ['/article/one', '/article/one/event/4-arrest', '/entity/person/azad', `/resource?iri=${encodeURIComponent(`${BASE}article/one#char=48,74`)}`]) {
      const [href] = await link(app, `${path}${path.includes('?') ? '&' : '?'}lang=en`);
      expect((await get(app, (href ?? '').replace(/#.*$/, ''))).status, href ?? path).toBe(200);
    }
    expect((await list(app, '/?lang=en')).all('nav a').map((a) => a.getAttribute('href'))).toContain('/view?lang=en#lang=en');
    expect(await link(appOver(await engineHere([quad(namedNode('http://x/a'), namedNode('http://x/p'), literal('x'))])), '/resource?iri=http://x/a')).toEqual([]);
  });

  it('a slow, crowded or broken engine is said as everywhere', async () => {
    for (const [why, status] of [['timeout', 503], ['busy', 503], ['crash', 500], ['memory', 422]] as const) {
      const failing: Engine = { ...few, loaded: () => ({ ...few.loaded() }), ask: () => Promise.reject(new QueryError({ why, message: 'm', hint: 'h' })) };
      for (const path of ['/view', '/view/article/one', '/view?q=x']) expect([path, (await get(appOver(failing), path)).status]).toEqual([path, status]);
    }
  });
});

describe('hostile graphs', () => {
  it('nothing of titles, publishers, days, ids or searches becomes HTML, and every article can be opened', async () => {
    const quads = HOSTILE.flatMap((text, i) => {
      const article = namedNode(`${BASE}article/${encodeURIComponent(text.toWellFormed()) || 'empty'}-${i}`);
      return [[RDF_TYPE, namedNode(news('Article'))], [news('title'), literal(text.toWellFormed())], [news('publisher'), literal(text.toWellFormed())], [news('published'), literal(text.toWellFormed())]].map(([p, o]) => quad(article, namedNode(p as string), o as Quad['object'], article));
    });
    const hostile = appOver(await engineHere(quads), { rows: 100 });
    let read = 0;
    for (let page = 1; page <= Math.ceil(HOSTILE.length / 20); page++) {
      const d = await list(hostile, `/view?page=${page}&lang=en`);
      for (const e of d.all('*')) for (const a of e.attributes) expect(a.name).not.toMatch(/^on|^style$|^srcdoc$/);
      expect(d.all('script, img, iframe, svg, object')).toEqual([]);
      for (const a of d.all('.articles a')) {
        expect(a.getAttribute('href')).toMatch(/^\/view(\/article\/|\?iri=)/);
        const html = await (await get(hostile, (a.getAttribute('href') ?? '').replace(/#.*$/, ''))).text();
        expect(dataOf(html).articles).toHaveLength(1);
        expect(html.match(/<script/g)).toHaveLength(1);
        read++;
      }
    }
    expect(read).toBe(HOSTILE.length);
    for (const text of HOSTILE) {
      const d = await list(hostile, `/view?q=${encodeURIComponent(text.toWellFormed())}`);
      expect(d.all('script, img, iframe, svg, object')).toEqual([]);
    }
  });
});

describe('rooms that are kept', () => {
  const made = (size: number): Room => ({ pieces: ['x'.repeat(size)], etag: '"x"' });
  it('are made once for all who ask, anew for another graph or other texts, and again after a fault', async () => {
    let graph = {}, texts = {}, times = 0;
    const kept = createKept(() => [graph, texts]);
    const ask = (key = 'a') => kept(key, () => (times++, Promise.resolve(made(1))));
    await Promise.all([ask(), ask(), ask()]);
    expect(times).toBe(1);
    graph = {};
    await ask();
    texts = {};
    await ask();
    expect(times).toBe(3);
    await expect(kept('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await ask('b');
    expect(times).toBe(4);
  });
  it('are no more than fit: those asked for longest ago go first', async () => {
    const kept = createKept(() => [1]), times = new Map<string, number>();
    const ask = (key: string, size = 20_000_000) => kept(key, () => {
      times.set(key, (times.get(key) ?? 0) + 1);
      return Promise.resolve(made(size));
    });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    expect([...times]).toEqual([['a', 1], ['b', 2], ['c', 1]]);
    await ask('d', 60_000_000);
    await ask('d', 60_000_000);
    expect(times.get('d')).toBe(2);
  });
});

describe('the texts of a collection', () => {
  it('are those that it holds now', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hewal-texts-'));
    try {
      const [first, second] = ARTICLES as [typeof ARTICLES[0], typeof ARTICLES[0]], iri = (id: string): string => `${BASE}article/${id}`;
      await change(folder, [first]);
      const { texts } = openTarget(folder), of = (...ids: string[]) => [...texts?.(ids.map(iri)) ?? []].map(([i, a]) => [i, a.text]);
      expect(of(first.id, second.id)).toEqual([[iri(first.id), first.text]]);
      await change(folder, [{ ...first, text: second.text }, second]);
      expect(of(second.id, first.id, 'none')).toEqual([[iri(second.id), second.text], [iri(first.id), second.text]]);
      await change(folder, [], [first.id]);
      expect(of(first.id)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  it('a file has none', () => expect(openTarget('out/graph.nq').texts).toBeUndefined());
});
