// The page's data, its parts that need no browser, and the file. What it looks like and how it is used: tests/browser.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DataFactory, Parser, termFromId, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { newsOntology } from '../src/check/ontology.js';
import { sorted } from '../src/formats/rdf.js';
import { DEFAULT_BASE } from '../src/graph/iris.js';
import { loadTables } from '../src/language/load.js';
import type { Article } from '../src/model/article.js';
import { SHORT_FORMS } from '../src/model/relations.js';
import { news } from '../src/model/vocabulary.js';
import { createEngine } from '../src/pipeline.js';
import { embedded } from '../src/viewer/html.js';
import { createGrammar, pageData, pageHtml, pageTemplate, type PageData } from '../src/viewer/index.js';
import { arrange } from '../src/viewer/model/arrange.js';
import { sayDate, type Manner } from '../src/viewer/model/dates.js';
import { NO_FILTER, select, type Filter } from '../src/viewer/model/filter.js';
import { eventIri, termOf, thingIri } from '../src/viewer/model/iris.js';
import { entityName } from '../src/viewer/model/labels.js';
import { picture } from '../src/viewer/model/picture.js';
import { around, company, pathBetween, quoteOf, read, standing } from '../src/viewer/model/reading.js';
import { createSearch } from '../src/viewer/model/search.js';
import { eventTurtle, factTurtle } from '../src/viewer/model/turtle.js';
import { HOSTILE } from './support/hostile-strings.js';
import { largeGraph } from './support/large-graph.js';

const tables = loadTables();
const ID = 'rudaw-2021-07-kazimi', SEED = `${DEFAULT_BASE}article/${ID}`;
const seedQuads = new Parser().parse(readFileSync(new URL('../out/graph.nq', import.meta.url), 'utf8'));
const seedText = readFileSync(new URL(`../seeds/${ID}.txt`, import.meta.url), 'utf8');
const grammar = createGrammar(tables);
const make = (quads: readonly Quad[], articles?: ReadonlyMap<string, Article>): PageData => pageData({ quads, ontology: newsOntology().quads, letters: tables.letters, base: DEFAULT_BASE, grammar, ...(articles ? { articles } : {}) });
const seed = make(seedQuads, new Map([[SEED, { id: ID, text: seedText }]]));
const reading = read(seed);
const named = (label: string): number => seed.entities.findIndex((e) => e.name.en === label || e.name.ckb === label);

const DIRECT = new Set(SHORT_FORMS.map((d) => news(d.property)));
const factsOf = (quads: readonly Quad[]): string[] => [...new Set(quads.filter((q) => DIRECT.has(q.predicate.value)).map((q) => `${q.subject.value} ${q.predicate.value} ${q.object.value}`))].sort();
const factsIn = (d: PageData): string[] => d.links.filter((l) => l.direct).map((l) => `${thingIri(d, l.from)} ${news(l.property as 'meets')} ${thingIri(d, l.to)}`).sort();

const engine = createEngine(tables);
const OWN: readonly Article[] = [
  { id: 'own', published: '2024-05-10', text: '🙂 نێچیرڤان بارزانی 🙂 دوێنێ لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە.\n\nجۆ بایدن سەردانی بەغدا ناکات.' },
  { id: 'two', published: '2024-05-11', text: 'مستەفا کازمی گوتی: "سەرۆکی فەرەنسا سبەی سەردانی بەغدا دەکات".' },
];
const ownQuads = OWN.flatMap((a) => engine.quads(engine.read(a)) as Quad[]);
const ownTexts = new Map(OWN.map((a) => [engine.mint.article(a.id), a]));

describe('the data of a page', () => {
  it('has every direct fact of a graph, and no other', () => {
    expect(factsIn(seed)).toHaveLength(54);
    for (const quads of [seedQuads, ownQuads, largeGraph(60, 200)]) expect(factsIn(make(quads))).toEqual(factsOf(quads));
  });

  it('has everything that a graph says of events', () => {
    for (const [quads, data] of [[seedQuads, seed], [ownQuads, make(ownQuads)]] as const) {
      const said = data.events.flatMap((e) => Array.from({ length: e.says.length / 2 }, (_, i) => `${eventIri(data, e)} ${termOf(data, e.says[i * 2] as number)} ${termOf(data, e.says[i * 2 + 1] as number)}`));
      const events = new Set(data.events.map((e) => eventIri(data, e)));
      expect(said.sort()).toEqual(sorted(quads, false).filter((q) => events.has(q.subject.value)).map((q) => `${q.subject.value} ${q.predicate.id} ${q.object.id}`).sort());
    }
    expect(seed.events).toHaveLength(22);
  });

  it('says what is denied, but not as a fact', () => {
    const own = make(ownQuads, ownTexts);
    const negated = own.links.filter((l) => standing(own, l).status === 'negated');
    expect(negated.map((l) => [entityName(own, l.from, 'en'), l.property, entityName(own, l.to, 'en'), l.direct])).toEqual([['Joe Biden', 'visits', 'Baghdad', false]]);
    const planned = own.links.filter((l) => standing(own, l).status === 'planned').map((l) => standing(own, l).source);
    expect(planned.map((n) => entityName(own, n ?? -1, 'en'))).toEqual(['Mustafa al-Kadhimi']);
  });

  it.each([['with the texts', ownTexts], ['without', undefined]])('every passage stands where it says, %s', (_, texts) => {
    const own = make(ownQuads, texts);
    const quotes = new Map(ownQuads.filter((q) => q.predicate.value === news('quote')).map((q) => [q.subject.value, q.object.value]));
    expect(own.passages).toHaveLength(quotes.size);
    own.passages.forEach((p, i) => {
      expect(p.quote).toBeUndefined();
      expect(quoteOf(own, i)).toBe(quotes.get(thingIri(own, -1 - i)));
    });
    expect(own.articles.map((a) => a.whole)).toEqual(OWN.map(() => texts !== undefined));
    if (texts) expect(own.articles.map((a) => a.text).sort()).toEqual(OWN.map((a) => a.text).sort());
  });

  it('says the grammar of the words that tell an event', () => {
    const own = make(ownQuads, ownTexts);
    const met = own.passages.find((p, i) => quoteOf(own, i) === 'کۆبووەوە' && p.words !== undefined);
    expect(met?.words?.map((w) => own.readings[w])).toEqual([{ word: 'کۆبووەوە', lemma: 'کۆبوون', pos: 'verb', morphemes: ['کۆ', 'بوو', 'ەوە'] }]);
    expect(own.passages.filter((p) => p.words !== undefined).length).toBe(new Set(own.events.flatMap((e) => e.triggers)).size);
  });

  it('keeps the quote of a passage whose words are not in the text', () => {
    const changed = make(seedQuads, new Map([[SEED, { id: ID, text: seedText.replaceAll('پێشوازی', 'پێشوازێ') }]]));
    const loose = changed.passages.filter((p) => p.quote !== undefined);
    expect(loose.map((p) => p.quote)).toContain('پێشوازی');
    expect(loose.length).toBeLessThan(8);
    for (const p of loose) expect(p.from).toBe(p.to);
  });

  it('is the same for the same statements in any order', () => {
    const once = JSON.stringify(make(ownQuads, ownTexts));
    fc.assert(fc.property(fc.shuffledSubarray(ownQuads, { minLength: ownQuads.length, maxLength: ownQuads.length }), (quads) => {
      expect(JSON.stringify(make(quads, ownTexts))).toBe(once);
    }), { numRuns: 5 });
  });

  it('takes graphs that hewal never made, and loses no fact of them', () => {
    const { literal, namedNode, quad } = DataFactory;
    const iri = fc.constantFrom(...HOSTILE.slice(0, 46).map((h) => namedNode(`https://x.test/${h}`)));
    const property = fc.constantFrom(...([...DIRECT].slice(0, 6)), news('quote'), news('inArticle'), news('start'), news('evidence'), news('denotes'), news('host'), news('source'), 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type').map((p) => namedNode(p));
    const object = fc.oneof(iri, fc.constantFrom(...HOSTILE).map((h) => literal(h)), fc.constantFrom('Hosting', 'Passage', 'Article', 'Person', 'Tenure').map((t) => namedNode(news(t as 'Person'))));
    fc.assert(fc.property(fc.array(fc.tuple(iri, property, object).map(([s, p, o]) => quad(s, p, o)), { maxLength: 40 }), (quads) => {
      const data = make(quads);
      expect(factsIn(data)).toEqual(factsOf(quads));
      const r = read(data);
      picture(r, select(r, NO_FILTER).links);
      for (const e of data.events) eventTurtle(data, e);
    }), { numRuns: 150 });
  });

  it('lays a large graph out in communities: nothing lies on another', () => {
    const data = make(largeGraph(600, 1800));
    const map = data.map as NonNullable<PageData['map']>;
    const places = data.entities.map((_, i) => `${map.at[i * 2]} ${map.at[i * 2 + 1]}`);
    expect(new Set(places).size).toBe(600);
    expect(map.communities.length).toBeGreaterThan(3);
    expect(Math.max(...map.at)).toBeLessThanOrEqual(map.size);
    for (const [i, a] of map.communities.entries()) for (const b of map.communities.slice(i + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan((a[2] + b[2]) * 0.97 - 3);
    expect(JSON.stringify(make(largeGraph(600, 1800)))).toBe(JSON.stringify(data));
  });
});

describe('what the page asks of its data', () => {
  const links = (f: Partial<Filter>): string[] => select(reading, { ...NO_FILTER, ...f }).links.map((i) => seed.links[i]?.property ?? '');

  it('filters', () => {
    expect(links({})).toHaveLength(54);
    expect(new Set(links({ status: ['planned'] }))).toEqual(new Set(['visits', 'hosts', 'negotiatesWith', 'negotiatesOver']));
    expect(links({ property: 'says' })).toHaveLength(9);
    expect(links({ kinds: ['Attack'] })).toEqual(['attacks']);
    expect(links({ since: '2021-07-20' })).not.toContain('meets');
    expect(links({ since: '2021-07', until: '2021-07' })).toContain('meets');
    expect(links({ until: '2021-07-16' })).toContain('meets');
    expect(links({ speaker: named('White House'), property: 'hosts' })).toEqual(['hosts']);
    expect(links({ types: ['Place'] })).toEqual(['negotiatesWith', 'negotiatesWith']);
    expect(links({ confidence: 0.93 }).length).toBeLessThan(30);
    expect(links({ article: 1 })).toEqual([]);
  });

  it('knows who is near whom, and the way between two', () => {
    const [biden, kadhimi, iraq, council] = ['Joe Biden', 'Mustafa al-Kadhimi', 'Iraq', 'United States National Security Council'].map(named) as [number, number, number, number];
    expect(pathBetween(reading, biden, iraq)).toEqual([biden, kadhimi, iraq]);
    expect(pathBetween(reading, biden, named('Islamic State'))).toBeUndefined();
    expect(around(reading, biden, 1).sort()).toEqual([biden, kadhimi].sort());
    expect(around(reading, biden, 3)).toContain(council);
    expect(company(reading, kadhimi)[0]).toEqual({ entity: biden, events: 3 });
  });

  it.each([['kadhimi'], ['KADHIMI mustafa'], ['کازمی'], ['كازمي'], ['کا‌زمی'], ['مستهفا كازمى'], ['مصتەفا کازمی'.replace('ص', 'س')]])('finds a name however it is typed: %s', (query) => {
    expect(createSearch(reading)(query, 5)[0]).toEqual({ kind: 'entity', number: named('Mustafa al-Kadhimi') });
  });

  it('finds articles by their words, and nothing where there is nothing', () => {
    const search = createSearch(reading);
    expect(search('پەتای کۆرۆنا', 5)).toEqual([{ kind: 'article', number: 0 }]);
    for (const nothing of ['', '   ', 'qqqq', '()[]*+?', '\ud800']) expect(search(nothing, 5)).toEqual([]);
  });

  it('gives every fact and event as Turtle that says exactly what the graph says', () => {
    const own = make(ownQuads, ownTexts);
    for (const e of own.events) {
      const quads = new Parser().parse(eventTurtle(own, e));
      expect(sorted(quads, false).map((q) => `${q.predicate.id} ${q.object.id}`)).toEqual(sorted(ownQuads, false).filter((q) => q.subject.value === eventIri(own, e)).map((q) => `${q.predicate.id} ${q.object.id}`));
    }
    for (const l of own.links) expect(new Parser().parse(factTurtle(own, l)).some((q) => DIRECT.has(q.predicate.value))).toBe(l.direct);
    expect(termFromId(termOf(own, 0)).termType).toBe('NamedNode');
  });

  it('says dates in three calendars, two languages and two kinds of digits', () => {
    const m = (lang: 'ckb' | 'en', calendar: Manner['calendar'] = 'gregory', digits: Manner['digits'] = lang === 'en' ? 'latn' : 'arab'): Manner => ({ lang, calendar, digits });
    expect([
      sayDate('2021-07-17', m('ckb')), sayDate('2021-07-17', m('en')), sayDate('2021-07', m('ckb')), sayDate('2021', m('ckb')), sayDate('2021-07-17T14:30:00', m('en')),
      sayDate('2024-03-20', m('ckb', 'persian')), sayDate('2024-03-20', m('en', 'persian')), sayDate('2024-03-11', m('ckb', 'islamic-umalqura', 'latn')), sayDate('2021-07', m('en', 'persian')), sayDate('soon', m('ckb')), sayDate('0099-01-02', m('en')), sayDate('2021-99-40', m('ckb')),
    ]).toEqual(['١٧ی تەممووزی ٢٠٢١', '17 July 2021', 'تەممووزی ٢٠٢١', '٢٠٢١', '17 July 2021, 14:30', '١ی خاکەلێوەی ١٤٠٣', '1 Farvardin 1403', '1ی ڕەمەزانی 1445', 'July 2021', 'soon', '2 January 99', '2021-99-40']);
  });

  it('puts no box over another, few or many, and few inside their window', () => {
    for (const count of [1, 2, 20, 60]) {
      const cards = Array.from({ length: count }, (_, i) => ({ key: `c${i}`, width: 80 + (i * 37) % 120, height: 30 + (i * 13) % 40 }));
      const labels = cards.slice(1).map((_, i) => ({ key: `l${i}`, width: 70, height: 24, from: `c${i + 1}`, to: `c${Math.floor(i / 3)}` }));
      const window = { width: 1400, height: 900 }, { at, width, height } = arrange(cards, labels, [], window);
      const boxes = [...at.values()];
      expect(boxes).toHaveLength(cards.length + labels.length);
      if (count <= 20) expect(width <= window.width && height <= window.height, `${width}×${height}`).toBe(true);
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.01 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.01).toBe(true)));
    }
    expect(arrange([], [], [], { width: 0, height: 0 })).toEqual({ at: new Map(), width: 0, height: 0 });
  });
});

describe('the file', () => {
  it('lets nothing in but its own script and style', () => {
    const html = pageTemplate();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hash = (open: string, close: string): string => {
      const from = html.lastIndexOf(open) + open.length;
      return createHash('sha256').update(html.slice(from, html.indexOf(close, from))).digest('base64');
    };
    expect(policy).toBe(`default-src 'none'; script-src 'sha256-${hash('<script>', '</script>')}'; style-src 'sha256-${hash('<style>', '</style>')}'; font-src data:; base-uri 'none'; form-action 'none'`);
    expect(html.length).toBeLessThan(2 * 1024 * 1024);
    expect(html.match(/<(?:link|img|iframe|object|embed|base|form)\b/g)).toBeNull();
    expect(html.match(/\ssrc=/g)).toBeNull();
    expect(html.match(/url\((?!data:font)/g)).toBeNull();
    expect(html).toContain('SIL OPEN FONT LICENSE');
    // browsers look for the encoding in the first 1,024 bytes (HTML Standard, 4.2.5.4)
    expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(200);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(400);
  });

  it('holds data that cannot leave its element, and gives them back as they were', () => {
    for (const text of HOSTILE) {
      const inside = embedded({ [text]: [text] });
      expect(inside).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(inside)).toEqual({ [text]: [text] });
    }
    const html = [...pageHtml(pageTemplate(), { ...seed, prefixes: { x: '</script><!--<script>"@hewal-data@"' } })].join('');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const from = html.indexOf('id="data">') + 10;
    expect((JSON.parse(html.slice(from, html.indexOf('</script>', from))) as PageData).prefixes['x']).toBe('</script><!--<script>"@hewal-data@"');
    expect(() => [...pageHtml('no place', seed)]).toThrow();
  });
});
