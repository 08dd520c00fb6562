import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DirectedGraph, MultiDirectedGraph } from 'graphology';
import jsonld from 'jsonld';
import type { Quad } from 'n3';
import { parse as oxigraphParse } from 'oxigraph';
import * as rdflib from 'rdflib';
import { describe, expect, it } from 'vitest';
import { contextJson } from '../src/check/ontology.js';
import { codePoints, toAnnotation } from '../src/formats/annotations.js';
import { toGraph, toGraphJson } from '../src/formats/graph-json.js';
import { toJsonLd, type Context } from '../src/formats/jsonld.js';
import { sorted, toNQuads, toTrig, toTurtle } from '../src/formats/rdf.js';
import type { Article } from '../src/model/article.js';
import { DIRECT, EVENT_TYPES, news } from '../src/model/vocabulary.js';
import { createEngine } from '../src/pipeline.js';
import { ARTICLES, byHand, engine, keys, parse, tables, together, triples } from './support/make.js';

const context = contextJson() as Context;
const SEED: Article = { id: 'rudaw-2021-07-kazimi', published: '2021-07-17', publisher: 'Rudaw', text: readFileSync(new URL('../seeds/rudaw-2021-07-kazimi.txt', import.meta.url), 'utf8') };
const read = (articles: readonly Article[], e = engine): Quad[] => together(articles.map((a) => e.read(a)), e);
const QUADS = read([SEED, ...ARTICLES]);

const refuse = (url: string): never => {
  throw new Error(`a test fetched ${url}`);
};
const ofJsonLd = async (text: string): Promise<Quad[]> => parse(
  (await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader: refuse } as never)) as unknown as string, 'application/n-quads');
function rdflibTriples(turtle: string): number {
  const store = rdflib.graph();
  rdflib.parse(turtle, store, 'https://example.org/', 'text/turtle');
  return store.statements.length;
}

/** Every format re-read by every reader: the same statements. */
async function expectRoundTrip(quads: readonly Quad[], base = engine.mint.base): Promise<void> {
  const want = keys(quads), n = triples(quads);
  const turtle = await toTurtle(quads, base);
  expect(triples(parse(turtle, 'text/turtle'))).toBe(n);
  expect(rdflibTriples(turtle)).toBe(n);
  expect(oxigraphParse(turtle, { format: 'text/turtle' })).toHaveLength(n);
  const trig = await toTrig(quads, base), nquads = await toNQuads(quads), json = await toJsonLd(quads, context);
  expect(keys(parse(trig, 'application/trig'))).toEqual(want);
  expect(keys(parse(nquads, 'application/n-quads'))).toEqual(want);
  expect(keys(oxigraphParse(trig, { format: 'application/trig' }) as unknown as Quad[])).toEqual(want);
  expect(keys(oxigraphParse(nquads, { format: 'application/n-quads' }) as unknown as Quad[])).toEqual(want);
  expect(keys(await ofJsonLd(json))).toEqual(want);
  for (const text of [turtle, trig, nquads, json]) expect(text.isWellFormed()).toBe(true);
}

async function all(quads: readonly Quad[], base = engine.mint.base): Promise<Record<string, string>> {
  return {
    ttl: await toTurtle(quads, base), trig: await toTrig(quads, base), nq: await toNQuads(quads), jsonld: await toJsonLd(quads, context),
    graph: toGraphJson(quads, false), projection: toGraphJson(quads, true),
  };
}

describe('every format says the same', () => {
  it('of the seed and own articles', async () => {
    expect(QUADS.length).toBeGreaterThan(300);
    await expectRoundTrip(QUADS);
  });

  it('Turtle is the union of the graphs: prefixed, grouped, without a blank node', async () => {
    const turtle = await toTurtle(QUADS, engine.mint.base);
    expect(turtle).toMatch(/^@prefix news: /);
    expect(turtle).toMatch(/^person:[a-z-]+ a news:Person;$/m);
    expect(turtle).not.toMatch(/_:|\[\s*\]/);
    const subjects = sorted(QUADS, false).map((q) => q.subject.value);
    expect(subjects.filter((s, i) => s !== subjects[i - 1])).toHaveLength(new Set(subjects).size);
  });

  it('TriG and N-Quads hold one named graph an article', async () => {
    const graphs = new Set(parse(await toTrig(QUADS, engine.mint.base), 'application/trig').map((q) => q.graph.value));
    expect([...graphs].sort()).toEqual([SEED, ...ARTICLES].map((a) => engine.mint.article(a.id)).sort());
  });

  it('every term of the ontology in JSON-LD: as class, as property with an IRI, as property with a literal', async () => {
    const x = byHand({ id: 'terms', text: 'دەق' }, { entities: [] });
    const [first] = engine.quads(x) as [Quad];
    const { namedNode, literal, quad } = (await import('n3')).DataFactory;
    const quads = Object.keys(context['@context']).filter((k) => !k.startsWith('@')).flatMap((k, i) => {
      const term = namedNode(news(k as never)), s = namedNode(`https://example.org/n${i}`);
      return [quad(s, term, namedNode('https://example.org/o'), first.graph), quad(s, first.predicate, term, first.graph), quad(s, term, term, first.graph),
        quad(s, term, literal('وشە'), first.graph), quad(s, term, literal('وشە', 'ckb'), first.graph), quad(s, term, literal('12', namedNode('http://www.w3.org/2001/XMLSchema#integer')), first.graph),
        quad(s, term, literal('2021-07-26', namedNode('http://www.w3.org/2001/XMLSchema#date')), first.graph)];
    });
    expect(quads.length).toBeGreaterThan(900);
    expect(keys(await ofJsonLd(await toJsonLd(quads, context)))).toEqual(keys(quads));
  });
});

describe('bytes', () => {
  it('two runs are identical, and the order of the articles does not matter', async () => {
    const articles = [SEED, ...ARTICLES];
    const once = await all(QUADS);
    expect(await all(read(articles, createEngine(tables)))).toEqual(once);
    expect(await all(read([...articles].reverse()))).toEqual(once);
    expect(await all([...QUADS, ...QUADS])).toEqual(once);
  });

  it('order does not matter either where articles spell a name differently', async () => {
    const spelt = (id: string, name: string) => byHand({ id, text: name }, { entities: [{ name, type: 'Person', words: [name] }] });
    const lists = [spelt('a', 'ڕێبوار'), spelt('b', 'رێبوار'), spelt('c', 'ڕێبوار')];
    const one = together(lists), two = together([...lists].reverse());
    expect(new Set(one.filter((q) => q.predicate.value.endsWith('#label')).map((q) => q.object.value))).toEqual(new Set(['ڕێبوار']));
    expect(await all(one)).toEqual(await all(two));
  });

  it('IRIs that look alike stay apart, events stand by number', async () => {
    const { namedNode, quad } = (await import('n3')).DataFactory;
    const [p, o] = [namedNode(news('place')), namedNode('https://example.org/o')];
    const alike = ['/event/1-visit', '/event/1-meeting', '/event/01-visit', '#char=1,2', '#char=01,2', '/event/2-x/y', '/event/2-z/y'].map((s) => `https://example.org/a${s}`);
    const quads = alike.flatMap((s) => [quad(namedNode(s), p, o, o), quad(o, p, namedNode(s), o)]);
    expect(sorted(quads, true)).toHaveLength(quads.length);
    await expectRoundTrip(quads);
    const events = [10, 9, 1].map((n) => quad(namedNode(`https://example.org/a/event/${n}-visit`), p, o, o));
    expect(sorted(events, true).map((q) => q.subject.value.replace(/\D/g, ''))).toEqual(['1', '9', '10']);
  });

  it.each(['https://example.org/event/2024-summit/', 'https://example.org/relation/1-x', 'https://example.org/entity/7-a/', 'http://xn--e1afmkfd.example/a%20b', 'https://example.org/کورد/', 'http://127.0.0.1:8080/kb'])('nothing is lost under the base %s', async (base) => {
    const e = createEngine(tables, base);
    const quads = read([SEED, ...ARTICLES.slice(0, 2)], e);
    expect(sorted(quads, true)).toHaveLength(keys(quads).length);
    await expectRoundTrip(quads, e.mint.base);
  });

  it.each(['https://example.org/kb#', 'https://example.org/a b', 'ftp://example.org/', 'https://example.org/%zz', 'example.org', '', 'https://example.org/<x>'])('refuses the base "%s"', (base) => {
    expect(() => createEngine(tables, base)).toThrow(/not an http\(s\) IRI/);
  });
});

describe('graph.json', () => {
  for (const projection of [false, true]) it(`loads in graphology, every node with label and type${projection ? ' (projection)' : ''}`, () => {
    const data = JSON.parse(toGraphJson(QUADS, projection)) as Parameters<typeof MultiDirectedGraph.from>[0];
    const graph = MultiDirectedGraph.from(data);
    expect(graph.order).toBeGreaterThan(10);
    expect(graph.size).toBeGreaterThan(3);
    graph.forEachNode((_, a) => {
      expect(a['label']).toMatch(/\S/);
      expect(['Person', 'Organization', 'Place', 'Group', 'Work', ...(projection ? [] : EVENT_TYPES)]).toContain(a['type']);
    });
    const short = new Set<string>(DIRECT.map((d) => d.property));
    graph.forEachEdge((_, a, from, to) => {
      expect(a['label']).toMatch(/\S/);
      if (projection) expect(short.has(a['type'] as string) || ['holdsPosition', 'memberOf', 'locatedIn', 'kinOf'].includes(a['type'] as string)).toBe(true);
      expect(graph.hasNode(from) && graph.hasNode(to)).toBe(true);
    });
    expect(graph.export()).toEqual(toGraph(QUADS, projection).export());
    // The options in the file say that it is a directed multigraph: the wrong class refuses it.
    expect(() => DirectedGraph.from(data)).toThrow();
  });

  it('events are nodes with their roles as edges; in the projection they are edges between their actors', () => {
    const quads = engine.quads(byHand({ id: 'g', text: 'نێچیرڤان پێشوازی لە ماکرۆن کرد' }, {
      entities: [{ name: 'نێچیرڤان', type: 'Person', words: ['نێچیرڤان'] }, { name: 'ماکرۆن', type: 'Person', words: ['ماکرۆن'] }],
      events: [{ type: 'Hosting', trigger: 'پێشوازی', roles: [['agent', { entity: 0 }], ['target', { entity: 1 }]] }],
    }));
    const types = (g: MultiDirectedGraph): string[] => g.mapEdges((_, a) => a['type'] as string).sort();
    expect(types(toGraph(quads, false))).toEqual(['guest', 'host']);
    expect(toGraph(quads, false).filterNodes((_, a) => a['kind'] === 'event')).toHaveLength(1);
    expect(types(toGraph(quads, true))).toEqual(['hosts']);
    expect(toGraph(quads, true).order).toBe(2);
  });

  it('a node without a name is labelled by its type', () => {
    const quads = engine.quads(byHand({ id: 'g', text: 'دەق' }, { entities: [{ name: '', type: 'Group', local: true }] }));
    expect(toGraph(quads, false).mapNodes((_, a) => a['label'])).toEqual(['Group']);
  });
});

const HOSTILE = [
  '"quoted" \\ back\\slash \\u0041', '<script>alert(1)</script>', 'a\nb\r\n\tc', '..', '.', '/', '../../etc/passwd', '#', '?x=1&y=2', '%2F', '%', '😀', '\ud800', 'x\udc00', '\u202eltr\u200f',
  'a\u0000b', '\ufeff', '\u2028\u2029', "'''", '"""', '@prefix : <x> .', '{}|^`', ' ', 'https://evil.example/#x', '\ufffe\uffff', '\u007f\u0085', '__proto__', 'constructor', '_:b0', 'a/event/1-visit', 'x#char=0,1', 'ناوی کوردی',
];

function hostile(s: string): Quad[] {
  const text = `${s} سەردانی هەولێری کرد 😀 ${s}`;
  const article: Article = { id: s, text, title: s, publisher: s, published: s, url: s };
  const full = byHand(article, {
    entities: [{ name: s, type: 'Person', words: [s] }, { name: s, type: 'Person', local: true }, { name: s, type: 'Place', words: ['هەولێری'] }],
    events: [{ type: 'Visit', trigger: 'سەردانی', source: 1, roles: [['agent', { entity: 0, words: s }], ['place', { entity: 2 }], ['time', { words: 'کرد', value: s }], ['count', { words: 'کرد', value: s }]] }],
    relations: [{ type: 'locatedIn', subject: 0, object: 2 }],
  });
  return [...engine.quads(full), ...engine.quads(engine.read({ ...article, id: `${s}-read` }))];
}

const IRI = /^https?:\/\/[^\s\p{Cc}<>"{}|\\^`#]+(#[^\s\p{Cc}<>"{}|\\^`#]*)?$/u;
function expectIris(quads: readonly Quad[]): void {
  for (const q of quads) for (const t of [q.subject, q.predicate, q.object, q.graph]) if (t.termType === 'NamedNode') {
    expect(t.value).toMatch(IRI);
    expect(t.value).not.toMatch(/%(?![0-9A-Fa-f]{2})/);
    expect(new URL(t.value).href.startsWith('http')).toBe(true);
  }
}

describe('hostile input', () => {
  it.each(HOSTILE.map((s) => [JSON.stringify(s), s]))('%s as id, title, publisher, date, url, name', async (_, s) => {
    const quads = hostile(s);
    expectIris(quads);
    await expectRoundTrip(quads);
    const graph = MultiDirectedGraph.from(JSON.parse(toGraphJson(quads, false)) as Parameters<typeof MultiDirectedGraph.from>[0]);
    expect(graph.order).toBeGreaterThanOrEqual(4);
    const article = engine.mint.article(s);
    expect(article.slice(0, engine.mint.base.length)).toBe(engine.mint.base);
    expect(article.slice(`${engine.mint.base}article/`.length)).not.toMatch(/\//);
  });

  it('ids that differ get graphs that differ', () => {
    const ids = HOSTILE.filter((s) => s.isWellFormed());
    expect(new Set(ids.map((id) => engine.mint.article(id))).size).toBe(ids.length);
  });

  it('annotations are one line of JSON an article, whatever the text', () => {
    for (const s of HOSTILE) {
      const article = { id: s, text: `${s} سەردانی هەولێری کرد ${s}` };
      const line = JSON.stringify(toAnnotation(engine.read(article), () => undefined));
      expect(line).not.toMatch(/[\n\r]/);
      expect((JSON.parse(line) as Article).text).toBe(article.text);
    }
  });

  it.each([
    ['https://example.org/a?b=[1]#c#d', 'https://example.org/a?b=%5B1%5D#c%23d'], ['https://example.org/100%', 'https://example.org/100%25'], ['http://[::1]/x', 'http://[::1]/x'],
    ['https://example.org/ڕۆژ', 'https://example.org/%DA%95%DB%86%DA%98'],
  ])('the address %s becomes an IRI', async (url, iri) => {
    const quads = engine.quads(byHand({ id: 'u', text: 'دەق', url }, { entities: [] }));
    expect(quads.find((q) => q.predicate.value === 'https://schema.org/url')?.object.value).toBe(iri);
    await expectRoundTrip(quads);
  });

  it.each(['javascript:alert(1)', 'https://', 'http://a b/', 'file:///etc/passwd', 'https://x/<y>'])('the address %s is left out', (url) => {
    expect(engine.quads(byHand({ id: 'u', text: 'دەق', url }, { entities: [] })).some((q) => q.predicate.value.includes('schema.org'))).toBe(false);
  });

  it('any ids, names and titles at all', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), async (s) => {
      const quads = hostile(s);
      expectIris(quads);
      await expectRoundTrip(quads);
    }), { numRuns: 60, seed: 20240510 });
  }, 60_000);
});

describe('code points', () => {
  it('counts as Array.from does, for any UTF-16', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'ڕ', '😀', '\ud800', '\udc00', '\u200c')), (parts) => {
      const text = parts.join('');
      const cp = codePoints(text);
      for (let i = 0, n = 0; i <= text.length; n++) {
        expect(cp(i)).toBe(n);
        i += String.fromCodePoint(text.codePointAt(i) ?? 0).length;
      }
    }), { seed: 1 });
  });
});
