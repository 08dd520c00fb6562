// What readers say is wrong: read from hostile files, found again where they meant it, applied in any order, and accounted for.
import fc from 'fast-check';
import type { Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '../src/check/index.js';
import { createCorrector, type Corrected } from '../src/corrections/apply.js';
import { groupsOf } from '../src/corrections/groups.js';
import { keyOf } from '../src/corrections/key.js';
import { entriesOf, outcomesOf, readRow, table } from '../src/corrections/log.js';
import { readCorrections } from '../src/corrections/read.js';
import { DOINGS, HEADER, type Anchor, type Correction } from '../src/corrections/types.js';
import { codePoints } from '../src/formats/annotations.js';
import { toNQuads } from '../src/formats/rdf.js';
import type { Article } from '../src/model/article.js';
import { news } from '../src/model/vocabulary.js';
import { iriOf, marks } from './support/corrections.js';
import { ARTICLES, engine, keys, nodes, RDFS, together, values } from './support/make.js';

const BASE = `${engine.mint.base}entity/`;
const bytes = (...lines: unknown[]): Uint8Array => new TextEncoder().encode(lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'));
const A: Anchor = { at: [0, 3], quote: 'دەق' };
const EVENT = { type: 'Visit', trigger: A } as const;
const EACH: readonly Correction[] = [
  { do: 'reject-event', article: 'a', event: EVENT, note: 'چونکە' },
  { do: 'reject-role', article: 'a', event: EVENT, role: 'agent', filler: A },
  { do: 'move-role', article: 'a', event: EVENT, role: 'agent', filler: A, to: 'target' },
  { do: 'reject-relation', article: 'a', relation: { type: 'position', subject: A, object: A, evidence: A } },
  { do: 'merge', entities: [`${BASE}person/a`, `${BASE}person/b`] },
  { do: 'split', article: 'a', entity: `${BASE}person/a`, mentions: [A] },
  { do: 'name', type: 'Person', label: 'شیلان', english: 'Shilan', aliases: ['شیلانە'] },
];

describe('a file of corrections', () => {
  it('holds every kind, after its first line; files may be joined, and written on any system', () => {
    expect(new Set(EACH.map((c) => c.do))).toEqual(new Set(DOINGS));
    const { given, notes } = readCorrections(bytes('\ufeff' + JSON.stringify(HEADER), ...EACH.slice(0, 3), '', `${JSON.stringify(HEADER)}\r`, ...EACH.slice(3).map((c) => `${JSON.stringify(c)}\r`)), 'some/where/c.jsonl');
    expect(notes).toEqual([]);
    expect(given.map((g) => g.correction)).toEqual(EACH);
    expect(given.map((g) => [g.file, g.line])).toEqual([2, 3, 4, 7, 8, 9, 10].map((n) => ['c.jsonl', n]));
  });

  it.each([
    ['no first line', [EACH[0]], /^c:? ?.*is no file of corrections: its first line/], ['nothing', [''], /holds nothing/],
    ['another format', [{ format: 'x', version: 1 }], /its format is "x"/], ['another version', [{ ...HEADER, version: 2 }, EACH[0]], /c:1 .*has version 2, which this hewal does not know/],
    ['a first line with more', [{ ...HEADER, by: 'me' }], /unknown key "by"/],
    ['no JSON', [HEADER, '{"do":'], /c:2 is no correction: is not JSON/], ['a list', [HEADER, []], /c:2 .*expected an object, found \[\]/], ['no do', [HEADER, { article: 'a' }], /"do" is missing/],
    ['another do', [HEADER, { do: 'reject' }], /unknown "do" "reject": it is one of reject-event, /],
    ['an unknown key', [HEADER, { ...EACH[0], artikel: 'a' }], /unknown key "artikel"/], ['a hidden key', [HEADER, '{"do":"reject-event","article":"a","event":{"type":"Visit","trigger":{"at":[0,3],"quote":"x"}},"__proto__":{}}'], /unknown key "__proto__"/],
    ['a missing key', [HEADER, { do: 'reject-event', article: 'a' }], /"event" is missing/], ['a key of another kind', [HEADER, { ...EACH[4], article: 'a' }], /unknown key "article"/],
    ['another event', [HEADER, { ...EACH[0], event: { ...EVENT, type: 'Vist' } }], /event: type: "Vist" is none of/], ['another role', [HEADER, { ...EACH[1], role: 'host' }], /role: "host" is none of agent, target/],
    ['offsets the wrong way', [HEADER, { ...EACH[1], filler: { at: [3, 3], quote: 'x' } }], /filler: at: expected \[from, to\]/], ['half a number', [HEADER, { ...EACH[1], filler: { at: [0, 1.5], quote: 'x' } }], /expected \[from, to\]/],
    ['no words', [HEADER, { ...EACH[1], filler: { at: [0, 1], quote: ' ' } }], /quote: is empty/], ['half a character', [HEADER, '{"do":"name","type":"Person","label":"\\ud800"}'], /half a character/],
    ['no IRI', [HEADER, { ...EACH[4], entities: [`${BASE}person/a`, 'javascript:alert(1)'] }], /entities: entry 2: "javascript:alert\(1\)" is no IRI/], ['an IRI that breaks out', [HEADER, { ...EACH[5], entity: 'http://x/> <y' }], /is no IRI/],
    ['one entity', [HEADER, { ...EACH[4], entities: [`${BASE}person/a`] }], /wants 2 to 1000/], ['twice the same', [HEADER, { ...EACH[4], entities: [`${BASE}person/a`, `${BASE}person/a`] }], /names an entity twice/],
    ['a role to itself', [HEADER, { ...EACH[2], to: 'agent' }], /moves the role "agent" to itself/], ['a group in a list of names', [HEADER, { ...EACH[6], type: 'Group' }], /"Group" is none of Person, Place, Organization/],
    ['a long line', [HEADER, JSON.stringify({ ...EACH[0], note: 'x'.repeat(200_000) })], /longer than 128 KB/], ['too many mentions', [HEADER, { ...EACH[5], mentions: Array.from({ length: 1001 }, () => ({ at: [0, 1], quote: 'x' })) }], /wants 1 to 1000/],
  ])('with %s says where and what', (_, lines, message) => {
    const { notes } = readCorrections(bytes(...lines), 'c');
    expect(notes.length).toBeGreaterThan(0);
    expect(`${notes[0]?.place} ${notes[0]?.message}`).toMatch(message);
    expect(notes[0]?.hint).toMatch(/\S/);
  });

  it('tells all wrong lines and keeps the others', () => {
    const { given, notes } = readCorrections(bytes(HEADER, {}, EACH[0], 'x'), 'c');
    expect([given.map((g) => g.line), notes.map((n) => n.place)]).toEqual([[3], ['c:2', 'c:4']]);
  });

  it('never throws, and never lets anything through that is not what its type says', () => {
    expect(readCorrections(new Uint8Array([0xff, 0xfe]), 'c').notes[0]?.message).toMatch(/UTF-8/);
    fc.assert(fc.property(fc.array(fc.oneof(fc.json(), fc.string(), fc.constantFrom(...EACH).chain((c) => fc.constantFrom(...Object.keys(c)).chain((k) => fc.json().map((v) => JSON.stringify({ ...c, [k]: JSON.parse(v) as unknown })))))), (lines) => {
      const { given, notes } = readCorrections(bytes(HEADER, ...lines.map((l) => l.replaceAll('\n', ' '))), 'c');
      for (const { correction: c } of given) expect([DOINGS.includes(c.do), JSON.stringify(c).includes('�')]).toEqual([true, false]);
      for (const n of notes) expect(n.place).toMatch(/^c:\d+$/);
    }), { numRuns: 300 });
  });
});

const MORE: readonly Article[] = [
  { id: 'talk', published: '2026-11-25', text: 'وتەبێژی حکومەت رایگەیاند: "سەرۆکی فەرەنسا لە هەولێر لەگەڵ نێچیرڤان بارزانی کۆبووەوە و سەردانی سلێمانی دەکات". دواتر بارزانی پێشوازی لە شاندێک کرد.' },
  { id: 'arms', published: '2026-11-25', text: 'گرووپێکی چەکدار هێرشی کردە سەر بنکەیەکی پۆلیس لە کەرکووک و سێ کەس کوژران. ئازاد عومەر، پارێزگاری کەرکووک، هێرشەکەی مەحکووم کرد.' },
];
const ALL = [...ARTICLES, ...MORE];
const apply = (article: Article, corrections: readonly Correction[], text = article.text): Corrected => createCorrector(corrections, engine.mint, engine.names.spelling).apply(engine.read({ ...article, text }));
const became = (x: Corrected) => (x.steps ?? []).map((s) => s.became);
const clean = async (quads: readonly Quad[], article: Article) => (await checkGraph({ quads, articles: new Map([[engine.mint.article(article.id), article]]), names: engine.names, countryOf: engine.countryOf })).filter((f) => f.level === 'error').map((f) => `${f.code} ${f.place} ${f.message}`);

describe('corrections of one article', () => {
  it('there is enough to mark, or these tests would say nothing', () => {
    const all = ALL.flatMap(marks);
    for (const what of ['reject-event', 'reject-role', 'move-role', 'reject-relation', 'split'] as const) expect(all.filter((c) => c.do === what).length, what).toBeGreaterThan(3);
    expect(ALL.flatMap((a) => engine.read(a).events).some((e) => e.saidIn !== undefined)).toBe(true);
  });

  it('another article, or none of them, changes nothing', () => {
    const x = engine.read(MORE[0] as Article);
    const others = createCorrector([...marks(MORE[1] as Article), EACH[6] as Correction], engine.mint, engine.names.spelling);
    expect(others.apply(x)).toBe(x);
  });

  it('each one alone is applied or says why not, changes the graph, and leaves one that passes the gate', async () => {
    for (const article of ALL) for (const [i, c] of marks(article).entries()) {
      const x = apply(article, [c]), before = keys(engine.quads(engine.read(article))), after = engine.quads(x);
      expect(x.steps).toHaveLength(1);
      const told = JSON.stringify(c);
      if (c.do === 'move-role' && x.steps?.[0]?.became === 'not applied') expect(x.steps[0].words, told).toMatch(/^(a \w+ cannot have the role|the role "\w+" wants somebody)/);
      else {
        expect(became(x), told).toEqual(['applied']);
        expect(keys(after), told).not.toEqual(before);
      }
      // the gate takes a hundred times as long as the rest
      if (c.do.startsWith('reject') || i % 7 === 0) expect(await clean(after, article), told).toEqual([]);
    }
  }, 120_000);

  it('a rejected event takes away itself, its direct facts, its passages and what it was said in; nothing else', () => {
    for (const article of ALL) for (const e of engine.read(article).events) {
      const c = marks(article).find((m) => m.do === 'reject-event' && m.event.type === e.type && m.event.trigger.at[0] === codePoints(article.text)(e.trigger.start)) as Correction;
      const old = engine.quads(engine.read(article)), now = engine.quads(apply(article, [c]));
      const iri = engine.mint.event(article.id, e, Number(e.id.slice(1)));
      expect(JSON.stringify(now.map((q) => [q.subject.value, q.object.value]))).not.toContain(iri);
      const left = new Set(keys(now));
      expect(keys(now).filter((k) => !keys(old).includes(k))).toEqual([]);
      for (const q of old.filter((o) => !left.has(keys([o])[0] as string))) {
        const fact = q.subject.value.includes('/entity/'), passage = q.subject.value.includes('#char='), reported = q.predicate.value === news('source');
        expect(q.subject.value === iri || q.object.value === iri || fact || passage || reported, `${q.subject.value} ${q.predicate.value} ${q.object.value}`).toBe(true);
        if (fact && !q.predicate.value.startsWith(news('' as 'agent'))) expect(engine.read(article).entities.filter((n) => n.needed).map((n) => iriOf(engine.read(article), n.id))).toContain(q.subject.value);
      }
    }
  });

  it('the order of lines does not matter, nor that one stands twice', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...ALL).chain((a) => fc.tuple(fc.constant(a), fc.shuffledSubarray(marks(a), { minLength: 2, maxLength: 8 }))), fc.nat(), async ([article, list], n) => {
      const once = apply(article, list), again = apply(article, [...list].reverse().concat(list[n % list.length] as Correction));
      expect(await toNQuads(engine.quads(again))).toBe(await toNQuads(engine.quads(once)));
      const fates = (x: Corrected) => x.steps?.map((s) => [s.key, s.became, s.words]);
      expect(fates(again)).toEqual(fates(once));
      expect(await clean(engine.quads(once), article)).toEqual([]);
    }), { numRuns: 30 });
  }, 120_000);

  it('all events and relations rejected leave an article that only names', () => {
    for (const article of ALL) {
      const x = apply(article, marks(article).filter((c) => c.do === 'reject-event' || c.do === 'reject-relation'));
      expect([x.events, x.relations, x.entities.filter((e) => e.needed)]).toEqual([[], [], []]);
    }
  });
});

const MEET: Article = { id: 'm', published: '2026-11-25', text: 'نێچیرڤان بارزانی لە هەولێر لەگەڵ ئیمانوێل ماکرۆن کۆبووەوە.' };
const meeting = (): Correction => marks(MEET).find((c) => c.do === 'reject-event') as Correction;

describe('what follows from a role', () => {
  const VISIT: Article = { id: 'v', published: '2026-11-25', text: 'ئیمانوێل ماکرۆن سەردانی هەولێری کرد.' };
  const roles = (what: 'reject-role' | 'move-role') => marks(VISIT).filter((c) => c.do === what);
  it('an event without the roles that its type needs goes with the last, and it is told', () => {
    const all = roles('reject-role');
    expect(all.map((c) => ('role' in c ? c.role : ''))).toEqual(expect.arrayContaining(['agent', 'place']));
    const x = apply(VISIT, all);
    expect([x.events, x.entities.filter((e) => e.needed)]).toEqual([[], []]);
    expect(x.steps?.map((s) => s.words).filter((w) => w.endsWith('with it goes the Visit, of which nothing is left'))).toHaveLength(1);
    expect(apply(VISIT, all.slice(0, 1)).events).toHaveLength(1);
  });

  it('who no longer speaks is no source', () => {
    const article = MORE[0] as Article, plain = engine.read(article);
    const said = plain.events.find((e) => e.saidIn !== undefined), speech = plain.events.find((e) => e.id === said?.saidIn);
    if (!said || !speech) throw new Error('the article reports what somebody says');
    for (const c of marks(article).filter((m) => (m.do === 'reject-event' || (m.do === 'reject-role' && m.role === 'agent')) && m.event.type === 'Statement' && m.event.trigger.at[0] === speech.trigger.start)) {
      const now = apply(article, [c]).events.find((e) => e.id === said.id);
      expect([now?.source, now?.saidIn, now?.status], c.do).toEqual([undefined, undefined, said.status]);
    }
  });
});

describe('a text that has changed', () => {
  it.each([
    ['moved by a sentence before it', (t: string) => `ئەمڕۆ باران باری. ${t}`, 'found by its quote'],
    ['with astral characters before it', (t: string) => `😀😀 ${t}`, 'found by its quote'],
    ['typed with Arabic letters', (t: string) => t.replaceAll('ک', 'ك').replaceAll('ی', 'ي'), 'applied'],
    ['typed so, and moved', (t: string) => `ئەمڕۆ باران باری. ${t.replaceAll('ک', 'ك')}`, 'found by its quote'],
    ['longer behind it', (t: string) => `${t} ئەمڕۆ باران باری.`, 'applied'],
  ])('%s', (_, change, fate) => {
    const x = apply(MEET, [meeting()], change(MEET.text));
    expect([became(x), x.events.filter((e) => e.type === 'Meeting')]).toEqual([[fate], []]);
  });

  it('two quotes that fit: not applied, and told', () => {
    const two = `ئەمڕۆ باران باری. ${MEET.text} مستەفا کازمی لە بەغدا لەگەڵ جۆ بایدن کۆبووەوە.`;
    const x = apply(MEET, [meeting()], two);
    expect(engine.read({ ...MEET, text: two }).events.filter((e) => e.type === 'Meeting')).toHaveLength(2);
    expect(x.events.filter((e) => e.type === 'Meeting')).toHaveLength(2);
    expect(x.steps).toMatchObject([{ became: 'not applied', changed: true, words: expect.stringMatching(/^the text has changed: "کۆبووەوە" no longer stands at \d+–\d+, and 2 times a Meeting is read from such words elsewhere$/) }]);
  });

  it('two that fit where the first still stands in its place: that one is meant', () => {
    const x = apply(MEET, [meeting()], `${MEET.text} مستەفا کازمی لە بەغدا لەگەڵ جۆ بایدن کۆبووەوە.`);
    expect([became(x), x.events.filter((e) => e.type === 'Meeting').length]).toEqual([['applied'], 1]);
  });

  it('gone: not applied, and told; never taken for another event in its place', () => {
    const x = apply(MEET, [meeting()], 'مستەفا کازمی لە بەغدا پێشوازی لە جۆ بایدن کرد.');
    expect(x.steps).toMatchObject([{ became: 'not applied', changed: true, words: expect.stringContaining('and no Meeting is read from such words elsewhere') }]);
    const other = apply(MEET, [{ ...meeting(), event: { ...(meeting() as { event: typeof EVENT }).event, type: 'Visit' } } as Correction]);
    expect(other.steps).toMatchObject([{ became: 'not applied', changed: false, words: expect.stringMatching(/^no Visit is read from "کۆبووەوە" at \d+–\d+ any more$/) }]);
  });

  it('lines that contradict each other are both not applied', () => {
    const [event, filler] = [(meeting() as { event: typeof EVENT }).event, { at: [0, 17], quote: 'نێچیرڤان بارزانی' }] as const;
    const role = marks(MEET).find((c) => c.do === 'reject-role' && c.role === 'participant') as Extract<Correction, { do: 'reject-role' }>;
    expect(role.filler.quote).toBe(filler.quote);
    const move = (to: 'agent' | 'target'): Correction => ({ do: 'move-role', article: 'm', event, role: 'participant', filler: role.filler, to });
    expect(apply(MEET, [move('agent'), move('target')]).steps?.map((s) => s.words)).toEqual(['another correction says something else of the same words', 'another correction says something else of the same words']);
    expect(became(apply(MEET, [move('agent'), role]))).toEqual(['applied', 'applied']);
    expect(values(engine.quads(apply(MEET, [move('agent'), role])), `${engine.mint.article('m')}/event/1-meeting`, 'agent')).toHaveLength(1);
  });
});

describe('who is who', () => {
  const person = (name: string): string => `${BASE}person/${name}`;
  const merge = (...entities: string[]): Correction => ({ do: 'merge', entities, note: 'هەمان کەس' });
  const corrected = (articles: readonly Article[], corrections: readonly Correction[]) => {
    const c = createCorrector(corrections, engine.mint, engine.names.spelling);
    return together(articles.map((a) => c.apply(engine.read(a))), { ...engine, groups: c.groups, claims: (x) => engine.claims(x, c.groups) });
  };

  it('a chain is one group whatever the order of its links, and who nobody joins to another stays', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(person) as [string, string, string, string];
    for (const list of [[merge(a, b), merge(b, c), merge(a, d)], [merge(a, d), merge(b, c), merge(a, b)], [merge(b, c), merge(a, d, b)]]) {
      const { groups } = groupsOf(list, engine.mint.base);
      expect([a, b, c, d].map((iri) => groups.get(iri)?.root)).toEqual([a, a, a, a]);
      expect(groups.get(c)?.members).toEqual([b, c, d]);
      expect(groups.get(c)?.reason).toBe('a correction: هەمان کەس');
    }
    expect(groupsOf([merge(a, b), merge(b, a)], engine.mint.base).groups.get(b)?.root).toBe(a);
  });

  it.each([
    [[person('a'), 'https://example.org/kb/entity/person/b'], /is no entity of/], [[person('a'), `${BASE}place/b`], /a person and a place are not one thing/],
    [[person('a'), `${BASE}person/"><b>`], /is no entity of/], [[person('a'), `${BASE}robot/b`], /is no entity of/], [[person('a'), person('../b')], /is no entity of/], [[person('a'), person('b%2')], /is no entity of/], [[person('a'), person('')], /is no entity of/],
  ])('%j are refused', (entities, why) => {
    const { groups, refused } = groupsOf([merge(...entities)], engine.mint.base);
    expect([groups.size, [...refused.values()][0]]).toEqual([0, expect.stringMatching(why)]);
  });

  const TWO: readonly Article[] = [
    { id: 'one', published: '2026-11-25', text: 'ئازاد عومەر، وەزیری دارایی، سەردانی هەولێری کرد. مامۆستا بەختیار ساڵح لەگەڵ ئازاد عومەر کۆبووەوە.' },
    { id: 'two', published: '2026-11-25', text: 'بەختیار ساڵح سەردانی سلێمانی کرد.' },
  ];
  const [AZAD, BAXTYAR] = [person(engine.mint.entity({ id: '', type: 'Person', name: 'ئازاد عومەر', mentions: [], local: false }, '').split('/').pop() as string), person(engine.mint.entity({ id: '', type: 'Person', name: 'بەختیار ساڵح', mentions: [], local: false }, '').split('/').pop() as string)];

  it('joins what two names mean in one article and in others: one IRI, the label of the one that stays, nothing said of it and itself', async () => {
    const before = together(TWO.map((a) => engine.read(a)));
    expect(nodes(before, 'Person')).toEqual(expect.arrayContaining([AZAD, BAXTYAR]));
    expect(before.some((q) => q.predicate.value === news('meets') && q.subject.value === AZAD)).toBe(true);
    for (const [stays, goes, label] of [[AZAD, BAXTYAR, 'ئازاد عومەر'], [BAXTYAR, AZAD, 'بەختیار ساڵح']] as const) {
      const after = corrected(TWO, [merge(stays, goes)]);
      expect(JSON.stringify(after.map((q) => [q.subject.value, q.object.value]))).not.toContain(`${goes}"`);
      expect(new Set(values(after, stays, `${RDFS}label`))).toEqual(new Set([label]));
      expect(after.filter((q) => q.subject.value === q.object.value)).toEqual([]);
      expect(new Set(values(after, stays, 'visits')).size).toBe(2);
      expect((await checkGraph({ quads: after, articles: new Map(TWO.map((a) => [engine.mint.article(a.id), a])), names: engine.names })).map((f) => f.message)).toEqual([]);
    }
  });

  it('joins two of one name whom their posts keep apart', () => {
    const same: readonly Article[] = [
      { id: 'a', text: 'ئارام عوسمان، پارێزگاری هەولێر، گەیشتە بەغدا.' }, { id: 'b', text: 'ئارام عوسمان، وەزیری دەرەوەی ئێران، گەیشتە بەغدا.' }, { id: 'c', text: 'ئارام عوسمان، وەزیری دەرەوەی تورکیا، گەیشتە بەغدا.' },
    ];
    const before = [...new Set(nodes(together(same.map((a) => engine.read(a))), 'Person').filter((p) => p.includes('aram')))].sort();
    expect(before).toHaveLength(3);
    const [first, second, third] = before as [string, string, string];
    const people = (c: Correction) => [...new Set(nodes(corrected(same, [c]), 'Person').filter((p) => p.includes('aram')))].sort();
    expect(people(merge(first, second))).toEqual([first, third]);
    expect(people(merge(third, second))).toEqual([first, third]);
    expect(people(merge(second, first, third))).toEqual([second]);
  });

  it('splits: roles go with their words, the rest keeps its IRI', () => {
    const article = TWO[0] as Article, iri = AZAD;
    const at = article.text.lastIndexOf('ئازاد عومەر');
    const x = apply(article, [{ do: 'split', article: 'one', entity: iri, mentions: [{ at: [at, at + 'ئازاد عومەر'.length], quote: 'ئازاد عومەر' }] }]);
    const quads = engine.quads(x), other = [...new Set(nodes(quads, 'Person'))].find((p) => p.startsWith(person('one/'))) as string;
    expect([values(quads, iri, 'visits').length, values(quads, iri, 'meets'), values(quads, other, 'meets')]).toEqual([1, [], [BAXTYAR]]);
    expect(values(quads, other, `${RDFS}label`)).toEqual(['ئازاد عومەر']);
    const whole = engine.quads(apply(article, [{ do: 'split', article: 'one', entity: iri }]));
    expect(JSON.stringify(whole.map((q) => q.subject.value))).not.toContain(`${iri}"`);
    expect(engine.claims(apply(article, [{ do: 'split', article: 'one', entity: iri }])).merges.map((m) => m.reason)).toContain('kept apart: a correction');
  });
});

describe('the account', () => {
  it('a row for every line and every statement, read again as it was, whatever stands in it', () => {
    const hostile = 'a\tb\nc\u2028d\u202e<script>"\\';
    const given = [meeting(), EACH[6] as Correction, { ...meeting(), article: hostile } as Correction].map((c, i) => ({ correction: { ...c, note: hostile }, file: `f${hostile}.jsonl`, line: i + 2 }));
    const x = apply({ ...MEET, id: 'm' }, given.map((g) => g.correction));
    const outcomes = outcomesOf(given, entriesOf(x, engine.quads), { refused: new Map(), named: new Map(), settled: (q) => q });
    expect(outcomes.map((o) => [o.line, o.became])).toEqual([[2, 'applied'], [3, 'applied'], [4, 'not applied']]);
    const lines = [...table(outcomes)].filter((l) => !l.startsWith('#'));
    expect(lines.every((l) => l.split('\t').length === 9 && !/[\n\u2028\u2029]/.test(l))).toBe(true);
    const rows = lines.map(readRow).filter((r) => r !== undefined);
    const before = engine.quads(engine.read(MEET)), after = new Set(keys(engine.quads(x)));
    expect(rows.every((r) => r.sign === '-' && r.line === 2)).toBe(true);
    expect(keys(rows.map((r) => r.quad))).toEqual(keys(before).filter((k) => !after.has(k)));
    for (const bad of ['', 'x', 'a\tb', `${lines[0]}\tmore`, (lines[0] as string).replace(/\t\t$/, '\t-\tnonsense')]) expect(() => readRow(bad)).toThrow(SyntaxError);
  });

  it('a key says what is asked, not why', () => {
    const c = EACH[0] as Extract<Correction, { do: 'reject-event' }>;
    expect(keyOf({ article: c.article, event: { trigger: c.event.trigger, type: c.event.type }, do: c.do })).toBe(keyOf(c));
    expect(new Set(EACH.map(keyOf)).size).toBe(EACH.length);
  });
});
