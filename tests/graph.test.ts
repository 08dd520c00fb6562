import { readFileSync } from 'node:fs';
import type { Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BASE, createMinter, rootOf, safeHttpIri } from '../src/graph/iris.js';
import { settle } from '../src/link/identities.js';
import { settled } from '../src/link/settled.js';
import { dateExists, dayExists, timeLiteral } from '../src/graph/times.js';
import type { Article } from '../src/model/article.js';
import type { Status } from '../src/model/types.js';
import { DIRECT, EVENT_TYPES, news, ROLE_PROPERTIES, type EventType } from '../src/model/vocabulary.js';
import { createEngine } from '../src/pipeline.js';
import { ARTICLES, byHand, engine, keys, nodes, RDF_TYPE, RDFS, tables, values, XSD, type Spec } from './support/make.js';

const SEED: Article = { id: 'rudaw-2021-07-kazimi', published: '2021-07-17', publisher: 'Rudaw', text: readFileSync(new URL('../seeds/rudaw-2021-07-kazimi.txt', import.meta.url), 'utf8') };
const ALL = [SEED, ...ARTICLES];

const TEXT = '😀😀 بەپێی کۆشکی سپی، جۆ بایدن ڕۆژی ٢٦ی تەممووز 😀 پێشوازی لە مستەفا کازمی دەکات.';
const SPEC: Spec = {
  entities: [
    { name: 'جۆ بایدن', type: 'Person', known: 'person/joe-biden', words: ['جۆ بایدن'] }, { name: 'مستەفا کازمی', type: 'Person', words: ['مستەفا کازمی'] },
    { name: 'کۆشکی سپی', type: 'Organization', known: 'organization/white-house', words: ['کۆشکی سپی'] }, { name: 'میوانەکان', type: 'Group', local: true },
  ],
  events: [{
    type: 'Hosting', trigger: 'پێشوازی', status: 'planned', source: 2,
    roles: [['agent', { entity: 0, words: 'جۆ بایدن' }], ['target', { entity: 1, words: 'مستەفا کازمی' }], ['place', { entity: 2, words: 'کۆشکی سپی', implied: true }], ['time', { words: 'ڕۆژی ٢٦ی تەممووز', value: '2021-07-26' }]],
  }],
  relations: [{ type: 'memberOf', subject: 1, object: 2, title: 'سپی' }],
};
const HAND = engine.quads(byHand({ id: 'hand/1', text: TEXT }, SPEC));
const A = `${DEFAULT_BASE}article/hand%2F1`;
const EVENT = `${A}/event/1-hosting`;

describe('IRIs', () => {
  it('are minted from ids and names, readable and stable', () => {
    const subjects = new Set(HAND.map((q) => q.subject.value));
    for (const iri of [A, EVENT, `${A}/relation/1-memberof`, `${DEFAULT_BASE}entity/person/joe-biden`, `${DEFAULT_BASE}entity/person/mstefa-kazmi`, `${DEFAULT_BASE}entity/organization/white-house`]) expect(subjects).toContain(iri);
    expect([...subjects].filter((s) => s.startsWith(`${DEFAULT_BASE}entity/group/hand%2F1/`))).toHaveLength(1);
    const start = Array.from(TEXT.slice(0, TEXT.indexOf('پێشوازی'))).length;
    expect(values(HAND, EVENT, 'trigger')).toEqual([`${A}#char=${start},${start + 7}`]);
  });

  it('are the same from another engine, and after other articles were read', () => {
    const other = createEngine(tables);
    other.quads(other.read(ARTICLES[0] as Article));
    for (const a of ALL) expect(keys(other.quads(other.read(a)))).toEqual(keys(engine.quads(engine.read(a))));
  });

  it('the base comes first, with a slash', () => {
    const e = createEngine(tables, 'https://example.org/kb');
    expect(e.mint.base).toBe('https://example.org/kb/');
    expect(rootOf('https://example.org/kb/')).toBe('https://example.org/kb/');
    for (const q of e.quads(byHand({ id: 'x', text: TEXT }, SPEC))) expect(q.subject.value.startsWith('https://example.org/kb/')).toBe(true);
  });

  it('two things of one name never share one; nor does a third take the second\'s', () => {
    const spec: Spec = { entities: ['تیم', 'تیم', 'تیم 2', 'تیم'].map((name) => ({ name, type: 'Organization' as const })) };
    const quads = engine.quads(byHand({ id: 'x', text: 'دەق' }, spec));
    expect(nodes(quads, 'Organization')).toHaveLength(4);
    expect(new Set(nodes(quads, 'Organization')).size).toBe(4);
    // The second of a name stands under its article: another article's second is another thing.
    const other = engine.quads(byHand({ id: 'y', text: 'دەق' }, spec));
    expect(nodes(other, 'Organization').filter((n) => nodes(quads, 'Organization').includes(n))).toHaveLength(2);
  });

  it('long names stay apart and short enough', () => {
    const mint = createMinter(DEFAULT_BASE, { ...createLetters(), fold: (w) => w });
    const long = 'کۆمەڵ'.repeat(60);
    const [a, b] = ['ا', 'ب'].map((end) => mint.entity({ id: 'e', type: 'Group', name: long + end, mentions: [], local: false }, 'x'));
    expect(a).not.toBe(b);
    expect((a as string).length).toBeLessThan(DEFAULT_BASE.length + 140);
  });

  it('no blank node anywhere, every graph is its article', () => {
    for (const a of ALL) for (const q of engine.quads(engine.read(a))) {
      expect([q.subject.termType, q.predicate.termType, q.graph.termType]).toEqual(['NamedNode', 'NamedNode', 'NamedNode']);
      expect(q.object.termType).toMatch(/^(NamedNode|Literal)$/);
      expect(q.graph.value).toBe(engine.mint.article(a.id));
    }
  });

  it('addresses are kept only where they can stand in a graph', () => {
    expect(safeHttpIri(undefined)).toBeUndefined();
    expect(safeHttpIri('mailto:a@b.c')).toBeUndefined();
    expect(safeHttpIri('https://example.org/a')).toBe('https://example.org/a');
  });
});

const createLetters = () => ({ table: tables.letters, isLetter: () => true, isVowel: () => false, fold: (w: string) => w, foldedAfter: (_: number, code: number) => code, latin: (w: string) => Array.from(w, (c) => (c.codePointAt(0) ?? 0).toString(36)).join('') });

describe('evidence', () => {
  it('every quote is the slice of the text, in code points', () => {
    let seen = 0;
    const check = (quads: readonly Quad[], a: Article): void => {
      const chars = Array.from(a.text);
      for (const p of nodes(quads, 'Passage')) {
        const [, start, end] = /#char=(\d+),(\d+)$/.exec(p) ?? [];
        expect(values(quads, p, 'quote')).toEqual([chars.slice(Number(start), Number(end)).join('')]);
        expect([values(quads, p, 'start'), values(quads, p, 'end')]).toEqual([[start], [end]]);
        expect(values(quads, p, 'inArticle')).toEqual([engine.mint.article(a.id)]);
        expect(Number(end)).toBeGreaterThan(Number(start));
        seen++;
      }
    };
    for (const a of ALL) for (const text of [a.text, `😀👩‍👩‍👧 ${a.text}`, `\ud800 ${a.text}`.toWellFormed()]) {
      const article = { ...a, text };
      check(engine.quads(engine.read(article)), article);
    }
    check(HAND, { id: 'hand/1', text: TEXT });
    expect(seen).toBeGreaterThan(200);
  });

  it('every passage that is pointed at is described', () => {
    for (const quads of [HAND, ...ALL.map((a) => engine.quads(engine.read(a)))]) {
      const there = new Set(nodes(quads, 'Passage'));
      for (const q of quads) if (q.object.value.includes('#char=')) expect(there).toContain(q.object.value);
    }
  });

  it('every event and relation has rule, evidence, and events a status and trigger', () => {
    for (const quads of [HAND, ...ALL.map((a) => engine.quads(engine.read(a)))]) {
      const events = EVENT_TYPES.flatMap((type) => nodes(quads, type));
      for (const e of events) for (const p of ['foundBy', 'evidence', 'status', 'trigger'] as const) expect(values(quads, e, p)).toHaveLength(1);
      for (const r of (['Tenure', 'Membership', 'Location', 'Kinship'] as const).flatMap((type) => nodes(quads, type))) for (const p of ['foundBy', 'evidence'] as const) expect(values(quads, r, p)).toHaveLength(1);
      expect(events.length).toBeGreaterThan(0);
    }
  });

  // Provenance of a fact (one role of an event, or one relation): which rule, which sentence, which trigger, which words fill the role.
  // Status, source and the description of the passages themselves are statements of their own.
  const PROVENANCE = new Set((['foundBy', 'evidence', 'trigger', 'mention', 'impliedBy'] as const).map(news));
  const ROLES = new Set([...Object.values(ROLE_PROPERTIES).flatMap((r) => Object.values(r)), 'agent', 'target', 'participant', 'place', 'organization', 'winner', 'topic', 'time', 'timePassage', 'count', 'countPassage', 'amount', 'position', 'instrument', 'source', 'holder', 'member', 'located', 'kin'].map((t) => news(t as 'agent')));
  const DIRECT_PROPERTIES = new Set([...DIRECT.map((d) => d.property), 'holdsPosition', 'memberOf', 'locatedIn', 'kinOf'].map((t) => news(t as 'meets')));

  it('costs at most three triples a fact', () => {
    for (const quads of ALL.map((a) => engine.quads(engine.read(a)))) {
      const provenance = quads.filter((q) => PROVENANCE.has(q.predicate.value)).length;
      const facts = quads.filter((q) => ROLES.has(q.predicate.value) || DIRECT_PROPERTIES.has(q.predicate.value)).length;
      expect(facts).toBeGreaterThan(1);
      expect(provenance / facts).toBeLessThanOrEqual(3);
    }
    // No single role ever costs more than its own words beside what the event has anyway.
    expect(values(HAND, EVENT, 'mention')).toHaveLength(2);
    expect(values(HAND, EVENT, 'impliedBy')).toHaveLength(1);
    expect(HAND.filter((q) => q.subject.value === EVENT && PROVENANCE.has(q.predicate.value))).toHaveLength(6);
  });
});

const two = (type: EventType, status: Status, from: 'agent' | 'participant', to: 'target' | 'participant' | 'place' | 'topic', same = false): Spec => ({
  entities: [{ name: 'یەکەم', type: 'Person', words: ['یەکەم'] }, { name: 'دووەم', type: to === 'place' ? 'Place' : 'Person', words: ['دووەم'] }],
  events: [{ type, status, trigger: 'کرد', roles: [[from, { entity: 0 }], to === 'topic' ? [to, { words: 'دووەم' }] : [to, { entity: same ? 0 : 1 }]] }],
});
const direct = (quads: readonly Quad[]): string[] => {
  const short = new Set(DIRECT.map((d) => news(d.property)));
  return quads.filter((q) => short.has(q.predicate.value)).map((q) => q.predicate.value.slice(news('meets').length - 5));
};
const of = (spec: Spec): Quad[] => engine.quads(byHand({ id: 'x', text: 'یەکەم دووەم کرد' }, spec));

describe('direct facts', () => {
  const CASES = [
    ['Hosting', 'agent', 'target', ['hosts']], ['Meeting', 'participant', 'participant', ['meets', 'meets']], ['Visit', 'agent', 'place', ['visits']], ['Condemnation', 'agent', 'target', ['condemns']],
    ['Arrest', 'agent', 'target', ['arrests']], ['Attack', 'agent', 'target', ['attacks']], ['Death', 'agent', 'target', ['kills']], ['Statement', 'agent', 'topic', ['says']],
  ] as const;
  for (const [type, from, to, want] of CASES) {
    it(`${type}: stated when asserted or planned, never when negated or possible`, () => {
      for (const status of ['asserted', 'planned'] as const) expect(direct(of(two(type, status, from, to)))).toEqual(want);
      for (const status of ['negated', 'possible'] as const) {
        const quads = of(two(type, status, from, to));
        expect(direct(quads)).toEqual([]);
        expect(values(quads, nodes(quads, type)[0] as string, 'status')).toEqual([news(status)]);
      }
    });
  }

  it('nobody does anything to themselves', () => {
    expect(direct(of(two('Hosting', 'asserted', 'agent', 'target', true)))).toEqual([]);
    expect(direct(of(two('Meeting', 'asserted', 'participant', 'participant', true)))).toEqual([]);
  });

  it('every direct property is reachable: its event with both roles states it', () => {
    for (const d of DIRECT.filter((x) => EVENT_TYPES.includes(x.of as EventType))) {
      const type = d.of as EventType;
      const generic = (p: string): string => Object.entries(ROLE_PROPERTIES[type]).find(([, own]) => own === p)?.[0] ?? p;
      const from = generic(d.from) as 'agent', to = generic(d.to) as 'target';
      expect(direct(of(two(type, 'asserted', from, to))), d.property).toContain(d.property);
    }
  });

  it('relations state theirs', () => {
    expect(values(HAND, `${DEFAULT_BASE}entity/person/mstefa-kazmi`, 'memberOf')).toEqual([`${DEFAULT_BASE}entity/organization/white-house`]);
    // a membership is no post, whatever words tell it
    expect(values(HAND, `${A}/relation/1-memberof`, 'post')).toEqual([]);
  });
});

describe('literals', () => {
  it.each([
    ['2021-07-26', 'date', '2021-07-26'], ['2021-07', 'gYearMonth', '2021-07'], ['2021', 'gYear', '2021'], ['2021-07-26T14:30', 'dateTime', '2021-07-26T14:30:00'], ['2024-02-29', 'date', '2024-02-29'],
  ])('time %s is an xsd:%s', (value, type, text) => {
    const found = timeLiteral(value);
    expect([found?.value, found?.datatype.value]).toEqual([text, XSD + type]);
    const quads = of({ entities: [], events: [{ type: 'Meeting', trigger: 'کرد', roles: [['time', { words: 'دووەم', value }]] }] });
    const time = quads.filter((q) => q.predicate.value === news('time')).map((q) => q.object);
    expect(time.map((o) => o.termType === 'Literal' && o.datatype.value)).toEqual([XSD + type]);
    expect(quads.some((q) => q.predicate.value === news('timePassage'))).toBe(true);
  });

  it.each(['2024-13-45', '2023-02-29', '2021-W29', '2021-00', '2021-07-26T25:00', 'P3D', '', 'دوێنێ', '21-7-26', '2021-07-26Z'])('time "%s" keeps only its words', (value) => {
    expect(timeLiteral(value)).toBeUndefined();
    const quads = of({ entities: [], events: [{ type: 'Meeting', trigger: 'کرد', roles: [['time', { words: 'دووەم', value }]] }] });
    expect(quads.filter((q) => q.predicate.value === news('time'))).toEqual([]);
    expect(quads.filter((q) => q.predicate.value === news('timePassage'))).toHaveLength(1);
  });

  it('times that exist, by type', () => {
    const ok = (v: string, t: string): boolean => dateExists(v, XSD + t);
    expect([ok('2000-02-29', 'date'), ok('0000-02-29', 'date'), ok('2021-07-26+03:00', 'date'), ok('2021', 'gYear'), ok('2021-07-26T23:59:59.5Z', 'dateTime')]).toEqual([true, true, true, true, true]);
    expect([ok('1900-02-29', 'date'), ok('2021-07-26+15:00', 'date'), ok('2021-07-26-03:60', 'date'), ok('2021-07', 'gYear'), ok('2021', 'date'), ok('2021-07-26T24:00:01', 'dateTime'), ok('2021', 'string')]).toEqual(Array(7).fill(false));
    expect(dateExists('2021', 'http://example.org/gYear')).toBe(false);
    expect([dayExists('2021-07-26'), dayExists('2021-07-26Z'), dayExists('2021-02-30'), dayExists('2021')]).toEqual([true, false, false, false]);
  });

  it('counts are integers, the rest only words; a bad day of publication is left out', () => {
    const count = (value: string) => of({ entities: [], events: [{ type: 'Death', trigger: 'کرد', roles: [['count', { words: 'دووەم', value }]] }] }).find((q) => q.predicate.value === news('count'))?.object;
    expect(count('12')).toMatchObject({ value: '12', datatype: { value: `${XSD}integer` } });
    expect(count('3.5')).toBeUndefined();
    const published = (day: string) => values(engine.quads(byHand({ id: 'x', text: 'دەق', published: day }, { entities: [] })), engine.mint.article('x'), 'published');
    expect([published('2024-02-29'), published('2024-02-30'), published('yesterday')]).toEqual([['2024-02-29'], [], []]);
  });
});

describe('labels', () => {
  it('a known entity has its listed names, identity, and other spellings as altLabel', () => {
    const biden = `${DEFAULT_BASE}entity/person/joe-biden`;
    const quads = engine.quads(byHand({ id: 'x', text: 'بایدن' }, { entities: [{ name: 'بایدن', type: 'Person', known: 'person/joe-biden', words: ['بایدن'] }] }));
    expect(values(quads, biden, `${RDFS}label`).sort()).toEqual(['Joe Biden', 'جۆ بایدن']);
    expect(values(quads, biden, 'http://www.w3.org/2004/02/skos/core#altLabel')).toEqual(['بایدن']);
    expect(values(quads, biden, 'http://www.w3.org/2002/07/owl#sameAs')).toEqual(['http://www.wikidata.org/entity/Q6279']);
    expect(values(quads, biden, RDF_TYPE)).toEqual([news('Person')]);
  });

  it('across articles one label a language: that of most articles, then the first; the rest become altLabel', () => {
    const spelt = (id: string, name: string) => byHand({ id, text: name }, { entities: [{ name, type: 'Person', words: [name] }] });
    const articles = [spelt('a', 'رێبوار'), spelt('b', 'ڕێبوار'), spelt('c', 'ڕێبوار')];
    const read = articles.flatMap((x) => engine.quads(x)), decided = settle(articles.flatMap((x) => engine.claims(x).claims));
    const person = read.find((q) => q.predicate.value === RDF_TYPE && q.object.value === news('Person'))?.subject.value as string;
    expect(new Set(values(read, person, `${RDFS}label`)).size).toBe(2);
    const once = settled(read, decided);
    expect(new Set(values(once, person, `${RDFS}label`))).toEqual(new Set(['ڕێبوار']));
    expect(values(once, person, 'http://www.w3.org/2004/02/skos/core#altLabel')).toEqual(['رێبوار']);
    expect(settled(once, decided)).toEqual(once);
    expect(settled(HAND, decided)).toEqual(HAND);
  });
});
