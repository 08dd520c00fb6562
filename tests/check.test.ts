import { readFileSync } from 'node:fs';
import { DataFactory, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '../src/check/index.js';
import { contextJson, newsOntology, ontologyText, parseTurtle, shapesText } from '../src/check/ontology.js';
import type { Article } from '../src/model/article.js';
import { NEWS, news, TERMS, type Term } from '../src/model/vocabulary.js';
import { ARTICLES, byHand, engine, nodes, RDF_TYPE, RDFS, together, values, XSD } from './support/make.js';

const { namedNode, literal, quad } = DataFactory;
const SEED: Article = { id: 'rudaw-2021-07-kazimi', published: '2021-07-17', publisher: 'Rudaw', text: readFileSync(new URL('../seeds/rudaw-2021-07-kazimi.txt', import.meta.url), 'utf8') };
const atHand = (articles: readonly Article[]): Map<string, Article> => new Map(articles.map((a) => [engine.mint.article(a.id), a]));
const codes = (notes: readonly { code: string }[]): string[] => [...new Set(notes.map((n) => n.code))].sort();

const ARTICLE: Article = {
  id: 'own', published: '2024-05-10', title: 'هەواڵ',
  text: '😀 نێچیرڤان بارزانی پێشوازی لە ئیمانوێل ماکرۆن کرد. جۆ بایدن سبەی لە بەغدا لەگەڵ مستەفا کازمی کۆدەبێتەوە. بایدن سەردانی هەولێر ناکات. ڕێبوار ئەندامی پارتییە. دوو کەس کوژران.',
};
const sentence = (n: number): string => `${ARTICLE.text.split('. ')[n] as string}`.replace(/\.$/, '');
const GOOD = engine.quads(byHand(ARTICLE, {
  entities: [
    { name: 'نێچیرڤان بارزانی', type: 'Person', words: ['نێچیرڤان بارزانی'] }, { name: 'ئیمانوێل ماکرۆن', type: 'Person', words: ['ئیمانوێل ماکرۆن'] }, { name: 'جۆ بایدن', type: 'Person', words: ['جۆ بایدن'] },
    { name: 'بەغدا', type: 'Place', words: ['بەغدا'] }, { name: 'مستەفا کازمی', type: 'Person', words: ['مستەفا کازمی'] }, { name: 'هەولێر', type: 'Place', words: ['هەولێر'] },
    { name: 'ڕێبوار', type: 'Person', words: ['ڕێبوار'] }, { name: 'پارتی', type: 'Organization', words: ['پارتی'] }, { name: 'دوو کەس', type: 'Group', local: true, words: ['دوو کەس'] },
  ],
  events: [
    { type: 'Hosting', trigger: 'پێشوازی', sentence: sentence(0), roles: [['agent', { entity: 0, words: 'نێچیرڤان بارزانی' }], ['target', { entity: 1, words: 'ئیمانوێل ماکرۆن' }]] },
    { type: 'Meeting', trigger: 'کۆدەبێتەوە', sentence: sentence(1), status: 'planned', roles: [['participant', { entity: 2 }], ['participant', { entity: 4 }], ['place', { entity: 3 }], ['time', { words: 'سبەی', value: '2024-05-11' }]] },
    { type: 'Visit', trigger: 'سەردانی', sentence: sentence(2), status: 'negated', roles: [['agent', { entity: 2 }], ['place', { entity: 5 }]] },
    { type: 'Death', trigger: 'کوژران', sentence: sentence(4), roles: [['target', { entity: 8, words: 'دوو کەس' }], ['count', { words: 'دوو', value: '2' }]] },
  ],
  relations: [{ type: 'memberOf', subject: 6, object: 7, title: 'ئەندامی' }],
}));
const G = GOOD[0]?.graph as Quad['graph'];
const A = engine.mint.article('own');
const event = (n: number, type: string): string => `${A}/event/${n}-${type}`;
const HOSTING = event(1, 'hosting'), MEETING = event(2, 'meeting'), VISIT = event(3, 'visit'), DEATH = event(4, 'death'), MEMBER = `${A}/relation/1-memberof`;
const who = (name: string): string => GOOD.find((q) => q.predicate.value === `${RDFS}label` && q.object.value === name)?.subject.value as string;
const MACRON = who('ئیمانوێل ماکرۆن'), BIDEN = who('جۆ بایدن'), BARZANI = who('نێچیرڤان بارزانی'), BAGHDAD = who('بەغدا'), ERBIL = who('هەولێر');
const TRIGGER = values(GOOD, HOSTING, 'trigger')[0] as string;

const iri = (x: string) => namedNode(x.includes(':') ? x : NEWS + x);
const plus = (s: string, p: string, o: Quad['object'] | string) => (quads: readonly Quad[]): Quad[] => [...quads, quad(namedNode(s), iri(p), typeof o === 'string' ? iri(o) : o, G)];
const minus = (s: string, p: string, o?: string) => (quads: readonly Quad[]): Quad[] => {
  const left = quads.filter((q) => !(q.subject.value === s && q.predicate.value === iri(p).value && (o === undefined || q.object.value === o)));
  if (left.length === quads.length) throw new Error(`nothing to remove: ${s} ${p}`);
  return left;
};
const other = (s: string, p: string, o: Quad['object'] | string) => (quads: readonly Quad[]): Quad[] => plus(s, p, o)(minus(s, p)(quads));
const typed = (value: string, type: string) => literal(value, namedNode(XSD + type));
/** The same passage under another place. */
const moved = (from: string, by: number) => (quads: readonly Quad[]): Quad[] => {
  const [, article, start, end] = /^(.*)#char=(\d+),(\d+)$/.exec(from) as unknown as [string, string, string, string];
  const s = String(Number(start) + by), e = String(Number(end) + by), to = namedNode(`${article}#char=${s},${e}`);
  return quads.map((q) => quad(
    q.subject.value === from ? to : q.subject, q.predicate,
    q.object.value === from ? to : q.subject.value === from && q.predicate.value === news('start') ? typed(s, 'nonNegativeInteger') : q.subject.value === from && q.predicate.value === news('end') ? typed(e, 'nonNegativeInteger') : q.object, q.graph));
};

type Plant = (quads: readonly Quad[]) => Quad[];
/** A fault, how it is planted, the codes of all that is found of it, and where the first is found. */
const FAULTS: readonly (readonly [name: string, plant: Plant, codes: readonly string[], place: string])[] = [
  ['a place as guest', plus(HOSTING, 'guest', BAGHDAD), ['HW-203'], HOSTING],
  ['a group as a destination', plus(VISIT, 'destination', who('دوو کەس')), ['HW-203'], VISIT],
  ['words as a host', plus(HOSTING, 'host', literal('وشە')), ['HW-203'], HOSTING],
  ['undeclared property of the ontology', plus(HOSTING, 'hostess', BARZANI), ['HW-101'], HOSTING],
  ['undeclared property elsewhere', plus(HOSTING, 'https://example.org/p', BARZANI), ['HW-101'], HOSTING],
  ['misspelt property of RDFS', plus(MACRON, `${RDFS}lable`, literal('ناو', 'ckb')), ['HW-101'], MACRON],
  ['undeclared class', plus(MACRON, RDF_TYPE, 'Persn'), ['HW-102'], MACRON],
  ['no evidence of an event', minus(HOSTING, 'evidence'), ['HW-201', 'HW-504', 'HW-505'], HOSTING],
  ['no evidence of a relation', minus(MEMBER, 'evidence'), ['HW-201', 'HW-504', 'HW-505'], MEMBER],
  ['no trigger', minus(HOSTING, 'trigger'), ['HW-201'], HOSTING],
  ['no rule', minus(HOSTING, 'foundBy'), ['HW-201'], HOSTING],
  ['no status', minus(HOSTING, 'status'), ['HW-201'], HOSTING],
  ['two statuses', plus(HOSTING, 'status', 'planned'), ['HW-202', 'HW-302'], HOSTING],
  ['a status that is none', other(HOSTING, 'status', 'done'), ['HW-205'], HOSTING],
  ['a date that does not exist', other(MEETING, 'time', typed('2024-13-45', 'date')), ['HW-401'], MEETING],
  ['29 February of a common year', other(MEETING, 'time', typed('2023-02-29', 'date')), ['HW-401'], MEETING],
  ['a day as a year', other(MEETING, 'time', typed('2024-05-11', 'gYear')), ['HW-401'], MEETING],
  ['a day of publication that does not exist', other(A, 'published', typed('2024-02-31', 'date')), ['HW-401', 'HW-509'], A],
  ['a time without type', other(MEETING, 'time', literal('2024-05-11')), ['HW-204'], MEETING],
  ['a count that is a date', other(DEATH, 'count', typed('2024-05-11', 'date')), ['HW-204', 'HW-205'], DEATH],
  ['a count that is no number', other(DEATH, 'count', typed('دوو', 'integer')), ['HW-204', 'HW-205'], DEATH],
  ['a person who is also a place', plus(MACRON, RDF_TYPE, 'Place'), ['HW-301'], MACRON],
  ['a person who is also an event', plus(MACRON, RDF_TYPE, 'Event'), ['HW-201', 'HW-301'], MACRON],
  ['a quote that is not in the article', other(TRIGGER, 'quote', literal('کتێبخا')), ['HW-502'], TRIGGER],
  ['a quote of the same length that is not there', other(TRIGGER, 'quote', literal('کتێبخان')), ['HW-501'], TRIGGER],
  ['a quote with one letter changed', other(TRIGGER, 'quote', literal('پێشوازێ')), ['HW-501'], TRIGGER],
  ['a passage without a quote', minus(TRIGGER, 'quote'), ['HW-201', 'HW-502'], TRIGGER],
  ['an offset shifted by one', moved(TRIGGER, 1), ['HW-501'], TRIGGER.replace(/=(\d+),(\d+)/, (_, a: string, b: string) => `=${Number(a) + 1},${Number(b) + 1}`)],
  ['a start that its IRI does not have', other(TRIGGER, 'start', typed('1', 'nonNegativeInteger')), ['HW-502'], TRIGGER],
  ['a passage of another article', other(TRIGGER, 'inArticle', `${A}x`), ['HW-203', 'HW-502'], TRIGGER],
  ['a passage past the end of the article', moved(TRIGGER, 5000), ['HW-501', 'HW-506'], TRIGGER.replace(/=(\d+),(\d+)/, (_, a: string, b: string) => `=${Number(a) + 5000},${Number(b) + 5000}`)],
  ['a trigger that is no passage', other(HOSTING, 'trigger', MACRON), ['HW-203', 'HW-303', 'HW-505'], HOSTING],
  ['a quote in an unnamed place', (q) => plus(`${A}#words`, 'quote', literal('وشە'))(q), ['HW-505'], `${A}#words`],
  ['a direct fact without an event', plus(MACRON, 'condemns', BIDEN), ['HW-504'], MACRON],
  ['a direct fact the wrong way round', plus(MACRON, 'hosts', BARZANI), ['HW-504'], MACRON],
  ['a direct fact from a negated event', plus(BIDEN, 'visits', ERBIL), ['HW-504'], BIDEN],
  ['a direct fact from an event denied later', other(HOSTING, 'status', 'possible'), ['HW-504'], BARZANI],
  ['a direct fact with a wrong object', plus(MACRON, 'holdsPosition', who('دوو کەس')), ['HW-203', 'HW-504'], MACRON],
  ['host and guest the same', plus(HOSTING, 'guest', BARZANI), ['HW-402'], HOSTING],
  ['one of two hosts is the guest', (q) => plus(HOSTING, 'host', BIDEN)(plus(HOSTING, 'host', MACRON)(q)), ['HW-402'], HOSTING],
  ['somebody meets themselves', plus(BIDEN, 'meets', BIDEN), ['HW-305', 'HW-504'], BIDEN],
  ['no label', minus(MACRON, `${RDFS}label`), ['HW-201'], MACRON],
  ['no Kurdish label', other(MACRON, `${RDFS}label`, literal('Emmanuel Macron', 'en')), ['HW-201'], MACRON],
  ['two Kurdish labels', plus(MACRON, `${RDFS}label`, literal('ماکرۆن', 'ckb')), ['HW-202'], MACRON],
  ['an entity without a name', (q) => plus(HOSTING, 'guest', `${A}/nobody`)(plus(`${A}/nobody`, RDF_TYPE, 'Person')(q)), ['HW-201', 'HW-507'], `${A}/nobody`],
  ['an event with nothing in it', (q) => minus(HOSTING, 'host')(minus(HOSTING, 'guest')(minus(BARZANI, 'hosts')(q))), ['HW-201'], HOSTING],
];

describe('planted faults', () => {
  it('there are none in the graph they are planted in', async () => {
    expect(await checkGraph({ quads: GOOD, articles: atHand([ARTICLE]) })).toEqual([]);
    expect(GOOD.length).toBeGreaterThan(100);
  });

  it.each(FAULTS)('%s', async (_, plant, want, place) => {
    const notes = await checkGraph({ quads: plant(GOOD), articles: atHand([ARTICLE]) });
    expect(codes(notes)).toEqual(want);
    expect(notes.map((n) => n.place)).toContain(place);
    for (const n of notes) {
      expect(n.level).toBe('error');
      expect(n.message).toMatch(/\S/);
    }
  });

  it('an undeclared name gets the nearest declared one', async () => {
    const hint = async (plant: Plant): Promise<string | undefined> => (await checkGraph({ quads: plant(GOOD), articles: undefined })).find((n) => n.code.startsWith('HW-10'))?.hint;
    expect(await hint(plus(HOSTING, 'gest', BARZANI))).toContain('news:guest');
    expect(await hint(plus(MACRON, RDF_TYPE, 'Persn'))).toContain('news:Person');
    expect(await hint(plus(MACRON, `${RDFS}lable`, literal('ناو', 'ckb')))).toContain('rdf-schema#label');
  });

  it('a passage of an article that is not given is a warning; without articles only the form is checked', async () => {
    const notes = await checkGraph({ quads: GOOD, articles: atHand(ARTICLES) });
    expect(codes(notes)).toEqual(['HW-503']);
    expect(new Set(notes.map((n) => n.level))).toEqual(new Set(['warning']));
    expect(await checkGraph({ quads: moved(TRIGGER, 1)(GOOD), articles: undefined })).toEqual([]);
  });

  it('all faults at once are all found, in a stable order whatever the order of the statements', async () => {
    const some = FAULTS.filter(([name]) => ['a place as guest', 'undeclared class', 'a person who is also a place', 'a quote with one letter changed', 'a direct fact without an event'].includes(name));
    const bad = some.reduce((quads, [, plant]) => plant(quads), [...GOOD]);
    const notes = await checkGraph({ quads: bad, articles: atHand([ARTICLE]) });
    for (const [, , want] of some) for (const code of want) expect(codes(notes)).toContain(code);
    const order = (list: readonly { code: string; place?: string; message: string }[]) => list.map((n) => `${n.code} ${n.place} ${n.message}`);
    expect(order(await checkGraph({ quads: [...bad].reverse(), articles: atHand([ARTICLE]) }))).toEqual(order(notes));
  });
});

describe('what hewal builds is clean', () => {
  it.each([SEED, ...ARTICLES].map((a) => [a.id, a] as const))('%s', async (_, article) => {
    expect(await checkGraph({ quads: engine.quads(engine.read(article)), articles: atHand([article]) })).toEqual([]);
  });

  it('all of them together', async () => {
    const all = [SEED, ...ARTICLES];
    // one tells that two met, another that they did not: the news disagrees, and that is no error
    const found = await checkGraph({ quads: together(all.map((a) => engine.read(a))), articles: atHand(all) });
    expect(found.map((f) => `${f.code} ${f.level}`)).toEqual(['HW-407 warning']);
  });

  it('articles that spell a name differently', async () => {
    const spelt = ['ڕێبوار', 'رێبوار'].map((name, i) => byHand({ id: `s${i}`, text: name }, { entities: [{ name, type: 'Person', words: [name] }] }));
    const subject = { quads: spelt.flatMap((x) => engine.quads(x)), articles: atHand(spelt.map((x) => x.article)) };
    expect(codes(await checkGraph(subject))).toEqual(['HW-202']);
    expect(await checkGraph({ ...subject, quads: together(spelt) })).toEqual([]);
  });
});

describe('the ontology', () => {
  const onto = newsOntology();
  const quads = parseTurtle(ontologyText()), shapes = parseTurtle(shapesText());
  const declared = new Set([...onto.classes, ...onto.properties, ...onto.individuals]);
  const mentioned = (list: readonly Quad[]): string[] => [...new Set(list.flatMap((q) => [q.subject, q.predicate, q.object]).filter((t) => t.termType === 'NamedNode' && t.value.startsWith(NEWS)).map((t) => t.value))];

  it('declares every term that it, the shapes and the context use, and TypeScript knows them all', () => {
    expect(mentioned(quads).length).toBeGreaterThan(150);
    expect(mentioned(quads).filter((t) => !declared.has(t))).toEqual([]);
    expect(mentioned(shapes).filter((t) => !declared.has(t))).toEqual([]);
    const context = (contextJson() as { '@context': Record<string, string | { '@id': string }> })['@context'];
    const ids = Object.entries(context).filter(([k]) => !k.startsWith('@')).map(([, v]) => (typeof v === 'string' ? v : v['@id'])).filter((v) => v.startsWith('news:')).map((v) => v.replace('news:', NEWS));
    expect(ids.length).toBeGreaterThan(150);
    expect(ids.filter((t) => !declared.has(t))).toEqual([]);
    const own = [...declared].filter((t) => t.startsWith(NEWS)).sort();
    expect([...TERMS].map((t) => news(t)).sort()).toEqual(own);
    expect(own.filter((t) => !ids.includes(t))).toEqual([]);
  });

  it('labels and explains every term in English and Kurdish', () => {
    for (const term of [...declared].filter((t) => t.startsWith(NEWS))) for (const p of ['label', 'comment']) {
      const found = quads.filter((q) => q.subject.value === term && q.predicate.value === RDFS + p).map((q) => q.object);
      for (const lang of ['en', 'ckb']) {
        const texts = found.filter((o) => o.termType === 'Literal' && o.language === lang);
        expect(texts, `${term} ${p} @${lang}`).toHaveLength(1);
        expect(texts[0]?.value).toMatch(lang === 'ckb' ? /[\u0600-\u06ff]/ : /[a-z]/i);
      }
    }
  });

  it('every direct property says what it is short for, in terms that exist and fit', () => {
    const direct = [...onto.properties].filter((p) => quads.some((q) => q.subject.value === p && q.predicate.value === `${RDFS}subPropertyOf` && q.object.value === news('direct')));
    expect(direct.length).toBeGreaterThan(30);
    const one = (p: string, term: Term): string => {
      const found = values(quads, p, term);
      expect(found, `${p} ${term}`).toHaveLength(1);
      return found[0] as string;
    };
    const parents = (t: string): string[] => [t, ...values(quads, t, `${RDFS}subPropertyOf`).flatMap(parents)];
    for (const p of direct) {
      const of = one(p, 'shortOf');
      expect(onto.classes).toContain(of);
      expect(values(quads, of, `${RDFS}subClassOf`).some((c) => c === news('Event') || c === news('Relation'))).toBe(true);
      for (const role of [one(p, 'fromRole'), one(p, 'toRole')]) {
        expect(onto.properties).toContain(role);
        expect(parents(role).some((x) => x === news('role') || x === news('relationRole')), `${role} is a role`).toBe(true);
        const domains = parents(role).flatMap((x) => values(quads, x, `${RDFS}domain`));
        expect(domains.some((d) => d === of || d === news('Event') || d === news('Relation')), `${role} belongs to ${of}`).toBe(true);
      }
    }
    // An inverse is short for the same event with the roles changed over.
    for (const q of quads.filter((x) => x.predicate.value === 'http://www.w3.org/2002/07/owl#inverseOf' && direct.includes(x.subject.value))) {
      expect([one(q.object.value, 'shortOf'), one(q.object.value, 'fromRole'), one(q.object.value, 'toRole')]).toEqual([one(q.subject.value, 'shortOf'), one(q.subject.value, 'toRole'), one(q.subject.value, 'fromRole')]);
    }
  });

  it('has no term without a definition and every shape a message', () => {
    for (const s of shapes.filter((q) => q.predicate.value === 'http://www.w3.org/ns/shacl#path')) {
      expect(shapes.some((q) => q.subject.value === s.subject.value && q.predicate.value === 'http://www.w3.org/ns/shacl#message'), s.subject.value).toBe(true);
    }
    expect(nodes(GOOD, 'Passage').length).toBeGreaterThan(10);
  });
});

describe('two readers', () => {
  it('a file that only one Turtle parser accepts is a finding', async () => {
    const { readAgain } = await import('../src/check/readers.js');
    expect(readAgain('<https://x.org/a> <https://x.org/b> "c"@ckb .', 'x.ttl', 1)).toEqual([]);
    expect(readAgain('<https://x.org/a> <https://x.org/b> "c"@ckb .', 'x.ttl', 2).map((n) => n.code)).toEqual(['HW-103']);
    expect(readAgain('<https://x.org/a> <https://x.org/b> .', 'x.ttl', 1).map((n) => n.code)).toEqual(['HW-103']);
  });
});
