import { beforeAll, describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import { DataFactory, Parser, type Quad } from 'n3';
import { parseHTML } from 'linkedom';
import { ontologyText } from '../src/check/ontology.js';
import { NEWS, news, TERMS, type Term } from '../src/model/vocabulary.js';
import { createApp } from '../src/serve/app.js';
import { pathOf } from '../src/serve/links.js';
import { BASE, engineHere, QUADS } from './support/graph.js';
import { RDF_TYPE, RDFS } from './support/make.js';

const ORIGIN = 'http://127.0.0.1:8080';
const { namedNode, literal, quad } = DataFactory;

/** What somebody who can write into a graph would try. */
const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e</bdi></title>';
const EVIL_IRIS = ['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:alert(1)', `${BASE}entity/person/x"onmouseover="alert(1)`, `${BASE}/evil.example/x`, `${BASE}entity/../../x`, `${BASE}entity/person/x?y=<b>`, 'http://evil.example/"><b>'];
function hostile(): Quad[] {
  const person = namedNode(`${BASE}entity/person/evil`), event = namedNode(`${BASE}article/evil/event/1-meeting`), article = namedNode(`${BASE}article/evil`), passage = namedNode(`${BASE}article/evil#char=0,9`);
  const say = (s: Quad['subject'], p: string, o: Quad['object']): Quad => quad(s, namedNode(p), o, article);
  const t = (p: Term) => news(p);
  return [
    say(person, RDF_TYPE, namedNode(t('Person'))), say(person, `${RDFS}label`, literal(EVIL, 'ckb')), say(person, `${RDFS}label`, literal(EVIL, 'en')), say(person, 'http://www.w3.org/2004/02/skos/core#altLabel', literal(EVIL, 'x')),
    ...EVIL_IRIS.filter((i) => !/[<>"]/.test(i)).map((i) => say(person, 'http://www.w3.org/2002/07/owl#sameAs', namedNode(i))),
    say(article, RDF_TYPE, namedNode(t('Article'))), say(article, t('title'), literal(EVIL)), say(article, t('publisher'), literal(EVIL)), say(article, t('published'), literal(EVIL)), say(article, t('reports'), event), say(article, 'https://schema.org/url', namedNode('javascript:alert(1)')),
    say(event, RDF_TYPE, namedNode(t('Meeting'))), say(event, t('status'), literal(EVIL)), say(event, t('attendee'), person), say(event, t('evidence'), passage), say(event, t('trigger'), passage), say(event, t('foundBy'), literal(EVIL)), say(event, t('time'), literal(EVIL)), say(event, t('topic'), passage), say(event, t('source'), person), say(event, `${NEWS}x'><b>`.replace(/['><]/g, ''), person),
    say(passage, RDF_TYPE, namedNode(t('Passage'))), say(passage, t('quote'), literal(EVIL)), say(passage, t('start'), literal('0')), say(passage, t('end'), literal('9')), say(passage, t('inArticle'), article), say(passage, t('denotes'), person),
    say(namedNode('http://other.example/thing'), 'http://other.example/p', literal(EVIL)),
  ];
}

let app: Hono;
beforeAll(async () => {
  app = createApp({ engine: await engineHere([...QUADS, ...hostile()]), base: BASE, assets: new Map(), hosts: (name) => name === '127.0.0.1', cors: undefined, find: () => Promise.reject(new Error('not asked')), report: (e) => expect.fail(String(e)) });
});
const get = (path: string, headers: Record<string, string> = {}) => app.fetch(new Request(ORIGIN + path, { headers }));
interface Element {
  readonly textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string }>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element> & { readonly length: number };
}
interface Page extends Element {
  readonly documentElement: Element;
  getElementById(id: string): Element | null;
}
const parsed = (html: string): Page => (parseHTML(html) as unknown as { document: Page }).document;
const page = async (path: string, headers: Record<string, string> = { accept: 'text/html' }): Promise<Page> => parsed(await (await get(path, headers)).text());
const text = (d: Element, selector: string): string[] => [...d.querySelectorAll(selector)].map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('the page of a thing', () => {
  it('of a person: names, facts once, events under their sentences with the words marked, articles', async () => {
    const d = await page('/entity/person/azad?lang=en');
    expect(text(d, 'h1')).toEqual(['ئازاد']);
    expect(text(d, '.kind')).toEqual(['person']);
    expect(text(d, 'dl.facts dt')).toEqual(['hosts', 'meets', 'says']);
    expect(text(d, 'dl.facts dd')).toEqual(['دارا', 'دارا', 'دارا سەردانی سلێمانی دەکات']);
    expect(text(d, 'ul.facts li')).toEqual([]);
    const sentences = [...d.querySelectorAll('.events > li')].map((li) => [text(li, 'mark').join('|'), text(li, '.node').join('|')]);
    expect(sentences).toContainEqual(['ئازاد|کۆبووەوە', 'meeting']);
    expect(text(d, '.articles a').slice(0, 1)).toEqual(['یەکەم']);
    expect([...d.querySelectorAll('.thing')].map((a) => a.getAttribute('href'))).toContain('/entity/person/dara?lang=en');
  });

  it('of an event, an article, a passage, and what is none of them', async () => {
    const event = await page('/article/one/event/4-arrest?lang=ckb');
    expect(event.documentElement.getAttribute('dir')).toBe('rtl');
    expect([text(event, 'h1'), text(event, '.roles dd'), text(event, 'mark')]).toEqual([['دەستگیرکردن'], ['شێرکۆ', 'یانەی نوێ'], ['یانەی نوێ', 'شێرکۆ', 'دەستگیر']]);
    const article = await page('/article/one?lang=en');
    expect([text(article, 'h1'), text(article, '.told > li').length, text(article, '.told .node')]).toEqual([['یەکەم'], 6, expect.arrayContaining(['meeting', 'statement', 'visit', 'arrest', 'condemnation', 'attack', 'tenure'])]);
    expect(article.getElementById('char=76,105')?.textContent).toContain('شێرکۆ');
    const passage = await page(`/resource?iri=${encodeURIComponent(`${BASE}article/one#char=48,74`)}&lang=en`);
    expect([text(passage, 'h1'), text(passage, 'mark')]).toEqual([['دارا سەردانی سلێمانی دەکات'], ['دارا سەردانی سلێمانی دەکات']]);
    expect(text(await page('/resource?iri=http://other.example/thing'), 'td')[1]).toBe('http://other.example/p');
  });

  it.each(['/entity/person/nobody', '/article/none', '/entity/', '/resource?iri=http://nowhere/', '/entity/%2e%2e/%2e%2e/etc/passwd', '/entity/person/az%61d'])('%s is not there', async (path) => {
    for (const accept of ['text/html', 'text/turtle']) expect((await get(path, { accept })).status).toBe(404);
  });
  it.each(['/resource', '/resource?iri=', '/resource?iri=x%20y', '/resource?iri=%3E%20%7D', `/resource?iri=${encodeURIComponent('http://x/> ?p ?o } #')}`])('%s is no IRI', async (path) => expect((await get(path)).status).toBe(400));

  it.each([
    ['text/turtle', 'text/turtle'], ['application/ld+json', 'application/ld+json'], ['application/n-triples', 'application/n-triples'], ['text/turtle;q=0.5, application/n-triples', 'application/n-triples'], ['*/*', 'text/html'], [undefined, 'text/html'],
  ])('Accept: %s gives %s', async (accept, type) => {
    for (const path of ['/entity/person/azad', '/article/one', '/article/one/event/1-meeting']) {
      const r = await get(path, accept === undefined ? {} : { accept });
      expect([r.status, r.headers.get('content-type')?.split(';')[0], r.headers.get('vary')?.includes('Accept')]).toEqual([200, type, type === 'text/html' ? true : r.headers.get('vary')?.includes('Accept')]);
      const body = await r.text();
      if (type === 'application/ld+json') expect(JSON.parse(body)['@graph'].map((n: { '@id': string }) => n['@id'])).toContain(BASE + path.slice(1));
      else if (type !== 'text/html') expect(new Parser({ format: type }).parse(body).some((q) => q.subject.value === BASE + path.slice(1))).toBe(true);
    }
  });

  it('?format= stands above Accept; what is not had is 406', async () => {
    for (const [format, type] of [['ttl', 'text/turtle'], ['jsonld', 'application/ld+json'], ['nt', 'application/n-triples'], ['html', 'text/html']]) expect((await get(`/entity/person/azad?format=${format}`)).headers.get('content-type')).toContain(type);
    expect((await get('/entity/person/azad?format=exe')).status).toBe(406);
    expect((await get('/entity/person/azad', { accept: 'image/png' })).status).toBe(406);
    expect((await get('/ontology', { accept: 'application/ld+json' })).status).toBe(406);
  });

  it('its links lead to pages that are there', async () => {
    const seen = new Set<string>();
    const visit = async (path: string): Promise<void> => {
      if (seen.has(path) || seen.size > 60) return;
      seen.add(path);
      const r = await get(path, { accept: 'text/html' });
      expect([path, r.status]).toEqual([path, path.startsWith('/view') ? 404 : 200]);
      for (const a of parsed(await r.text()).querySelectorAll('main a')) {
        const href = a.getAttribute('href') ?? '';
        if (href.startsWith('/') && !href.includes('evil')) await visit(href.replace(/#.*$/, ''));
      }
    };
    await visit('/article/one?lang=en');
    expect(seen.size).toBeGreaterThan(10);
  });
});

describe('hostile graphs', () => {
  it.each(['/entity/person/evil', '/article/evil', '/article/evil/event/1-meeting', `/resource?iri=${encodeURIComponent(`${BASE}article/evil#char=0,9`)}`, '/resource?iri=http://other.example/thing', `/?query=${encodeURIComponent(`</textarea>${EVIL}`)}`, `/entity/person/azad?lang=en&x=${encodeURIComponent(EVIL)}`])('nothing of them runs or is followed in %s', async (path) => {
    for (const lang of ['en', 'ckb']) {
      const r = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, { accept: 'text/html' });
      expect(r.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';(?!.*unsafe)/);
      const html = await r.text(), document = parsed(html);
      expect(html).not.toMatch(/<script(?! type="module" src="\/assets\/query\.js">)|<img|onerror=a[^&]*>|<b>/);
      for (const e of document.querySelectorAll('*')) {
        for (const a of e.attributes) expect(a.name).not.toMatch(/^on|^style$|^srcdoc$/);
        for (const name of ['href', 'src', 'action']) expect(e.getAttribute(name) ?? '/').toMatch(/^(?:\/(?!\/)|https?:\/\/|#|data:,$)/);
      }
    }
  });

  it('links stay on this server for what is under the base, whatever it looks like', () => {
    for (const iri of EVIL_IRIS) expect(pathOf(iri, BASE)).toMatch(/^\/(entity|article|resource\?iri=)/);
    expect(pathOf(`${BASE}/evil.example/x`, BASE)).toBe(`/resource?iri=${encodeURIComponent(`${BASE}/evil.example/x`)}`);
  });
});

describe('the query page', () => {
  it('works without its script, in the language that is asked for or preferred', async () => {
    for (const [path, headers, lang, dir] of [['/', {}, 'en', 'ltr'], ['/?lang=ckb', {}, 'ckb', 'rtl'], ['/', { 'accept-language': 'ku, en;q=0.5' }, 'ckb', 'rtl'], ['/?lang=en', { 'accept-language': 'ckb' }, 'en', 'ltr'], ['/?lang=%22%3E', { 'accept-language': 'fr' }, 'en', 'ltr']] as const) {
      const d = await page(path, headers);
      expect([d.documentElement.getAttribute('lang'), d.documentElement.getAttribute('dir')]).toEqual([lang, dir]);
      expect(d.querySelector('form#ask')?.getAttribute('action')).toBe('/sparql');
      expect(d.querySelectorAll('#name option').length).toBeGreaterThan(15);
      expect(JSON.parse(d.querySelector('#query')?.getAttribute('data-words') ?? '')).toHaveProperty('run');
    }
    expect((await page('/?query=ASK%20%7B%7D')).querySelector('textarea')?.textContent).toBe('ASK {}');
  });
  it('/view says that there is no picture, or is what is put there', async () => {
    expect((await get('/view')).status).toBe(404);
    const viewer = new Hono().get('/', (c) => c.text('a picture'));
    const app = createApp({ engine: await engineHere(QUADS), base: BASE, assets: new Map(), hosts: undefined, cors: undefined, find: () => Promise.reject(new Error('not asked')), report: () => {}, viewer });
    expect(await (await app.fetch(new Request(`${ORIGIN}/view`))).text()).toBe('a picture');
  });
});

describe('the page of the ontology', () => {
  it('has every term once, with its anchor, in both languages', async () => {
    for (const lang of ['en', 'ckb']) {
      const d = await page(`/ontology?lang=${lang}`);
      expect([...d.querySelectorAll('.entry')].map((e) => e.getAttribute('id')).sort()).toEqual([...TERMS].sort());
      for (const p of text(d, '.entry > p')) expect(p.length).toBeGreaterThan(3);
    }
    const hosts = (await page('/ontology?lang=en')).getElementById('hosts');
    expect(text(hosts as Element, 'h3')).toEqual(['news:hosts hosts پێشوازی دەکات لە']);
    expect(text(hosts as Element, 'dd')).toEqual(['direct link', 'person, organization, group, place', 'person, group, organization', 'is hosted by', 'hosting, host, guest']);
  });
  it('is had as Turtle, byte for byte the file', async () => {
    expect(await (await get('/ontology', { accept: 'text/turtle' })).text()).toBe(ontologyText());
    expect(new Parser({ format: 'n-triples' }).parse(await (await get('/ontology?format=nt')).text()).length).toBeGreaterThan(1000);
  });
});
