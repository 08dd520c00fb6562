import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { DataFactory, type Quad } from 'n3';
import { parse as oxigraphParse } from 'oxigraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffGraphs, patch, type ArticleDiff, type Change, type GraphDiff } from '../src/diff/index.js';
import { indexGraph, kindOf } from '../src/explain/index.js';
import { toNQuads, toTrig, toTurtle } from '../src/formats/rdf.js';
import { news } from '../src/model/vocabulary.js';
import { ARTICLES, byHand, engine, keyOf, keys, parse, RDFS, together, XSD, type Spec } from './support/make.js';

const { namedNode, literal, quad, blankNode, defaultGraph } = DataFactory;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const QUADS = together(ARTICLES.map((a) => engine.read(a)));
const rows = (a: readonly Quad[], b: readonly Quad[]): string[] => [...patch(a, b)];

/** The smallest reader of RDF Patch: what `D` names must be there, what `A` names must not. */
function apply(graph: readonly Quad[], lines: readonly string[]): Quad[] {
  const there = new Map(graph.map((q) => [keyOf(q), q]));
  for (const line of lines) {
    const [, code, rest] = /^(\w+) ?(.*)\.$/s.exec(line) as unknown as [string, string, string];
    if (code !== 'D' && code !== 'A') continue;
    const [q] = parse(`${rest}.`, 'application/n-quads') as [Quad];
    expect(there.has(keyOf(q)), line).toBe(code === 'D');
    if (code === 'D') there.delete(keyOf(q));
    else there.set(keyOf(q), q);
  }
  return [...there.values()];
}

const TEXT = 'ئازاد گوتی ئاسۆ لە هەولێر لەگەڵ دارا کۆبووەوە. شیلان دوێنێ سەردانی دهۆکی کرد. دارا ڕۆیشت.';
const FIRST = 'ئازاد گوتی ئاسۆ لە هەولێر لەگەڵ دارا کۆبووەوە.', SECOND = 'شیلان دوێنێ سەردانی دهۆکی کرد.', THIRD = 'دارا ڕۆیشت.';
const NAMES = ['ئازاد', 'ئاسۆ', 'هەولێر', 'دارا', 'شیلان', 'دهۆک'];
const PEOPLE: Spec['entities'] = NAMES.map((name) => ({ name, type: name === 'هەولێر' || name === 'دهۆک' ? 'Place' as const : 'Person' as const, words: [name] }));
type Events = NonNullable<Spec['events']>;
const MEETING: Events[number] = { type: 'Meeting', trigger: 'کۆبووەوە', sentence: FIRST, source: 0, roles: [['participant', { entity: 1, words: 'ئاسۆ' }], ['participant', { entity: 3, words: 'دارا' }], ['place', { entity: 2, words: 'هەولێر' }]] };
const VISIT: Events[number] = { type: 'Visit', trigger: 'سەردانی', sentence: SECOND, roles: [['agent', { entity: 4, words: 'شیلان' }], ['place', { entity: 5, words: 'دهۆک' }], ['time', { words: 'دوێنێ', value: '2024-05-09' }]] };
const LEFT: Events[number] = { type: 'Departure', trigger: 'ڕۆیشت', sentence: THIRD, roles: [['agent', { entity: 3, words: 'دارا' }]] };

const graph = (events: Events, more: Partial<Spec> & { text?: string; id?: string; published?: string } = {}): Quad[] =>
  engine.quads(byHand({ id: more.id ?? 'a', text: more.text ?? TEXT, published: more.published ?? '2024-05-10' }, { entities: more.entities ?? PEOPLE, events, relations: more.relations ?? [] }));
const BASE = graph([MEETING, VISIT, LEFT]);
const only = (d: GraphDiff): ArticleDiff => {
  expect(d.articles).toHaveLength(1);
  return d.articles[0] as ArticleDiff;
};
/** A change in short: what, from, to. */
const short = (list: readonly Change[]): string[] => list.map((c) => {
  const of = (items: Change['added']): string => items.map((i) => i.words?.quote ?? i.name ?? i.value).join('+');
  return `${c.what}: ${of(c.removed)} > ${of(c.added)}`;
});
const NONE = { added: 0, removed: 0 }, NONE3 = { ...NONE, changed: 0 };

describe('what changed, as facts', () => {
  it.each<[string, Events, string[]]>([
    ['status', [{ ...MEETING, status: 'planned' }, VISIT, LEFT], ['status: asserted > planned']],
    ['source', [{ ...MEETING, source: 4 }, VISIT, LEFT], ['source: ئازاد > شیلان']],
    ['no source', [{ type: MEETING.type, trigger: MEETING.trigger, sentence: FIRST, roles: MEETING.roles }, VISIT, LEFT], ['source: ئازاد > ']],
    ['time', [MEETING, { ...VISIT, roles: [...VISIT.roles.slice(0, 2), ['time', { words: 'دوێنێ', value: '2024-05-08' }]] }, LEFT], ['time: 2024-05-09 > 2024-05-08']],
    ['evidence', [MEETING, { ...VISIT, sentence: `${SECOND} ${THIRD}` }, LEFT], [`evidence: ${SECOND} > ${SECOND} ${THIRD}`]],
    ['trigger', [MEETING, { ...VISIT, trigger: 'سەردانی دهۆکی کرد' }, LEFT], ['trigger: سەردانی > سەردانی دهۆکی کرد']],
    ['a role', [MEETING, { ...VISIT, roles: [['agent', { entity: 3, words: 'دارا' }], ...VISIT.roles.slice(1)] }, LEFT], ['impliedBy:  > دارا', 'mention: دهۆک+شیلان > دهۆک', 'visitor: شیلان > دارا']],
  ])('%s of one event', (_, events, want) => {
    const d = diffGraphs(BASE, graph(events));
    const a = only(d);
    expect(a.events.changed).toHaveLength(1);
    expect([a.events.added, a.events.removed]).toEqual([[], []]);
    const got = short(a.events.changed[0]?.changes ?? []);
    for (const w of want.filter((x) => !x.startsWith('mention'))) expect(got).toContain(w);
    expect(got.filter((g) => !/^(mention|impliedBy)/.test(g))).toHaveLength(want.filter((w) => !/^(mention|impliedBy)/.test(w)).length);
    expect(d.counts.events).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  it('an event of another number is the same event', () => {
    const d = diffGraphs(BASE, graph([VISIT, LEFT]));
    const a = only(d);
    expect(a.events.removed.map((e) => e.type)).toEqual(['Meeting']);
    expect(a.events.removed[0]?.sentence?.quote).toBe(FIRST);
    expect([a.events.added, a.events.changed]).toEqual([[], []]);
    expect(d.counts.moved).toBe(2);
    expect(a.facts.removed.map((f) => `${f.subject.name} ${f.predicate} ${f.object.name}`)).toEqual(['ئاسۆ meets دارا', 'دارا meets ئاسۆ']);
  });

  it('… also when something else is said of it', () => {
    const a = only(diffGraphs(BASE, graph([{ ...VISIT, status: 'negated' }, LEFT])));
    expect(a.events.changed).toHaveLength(1);
    expect(a.events.changed[0]).toMatchObject({ type: 'Visit', iri: expect.stringMatching(/\/1-visit$/), was: expect.stringMatching(/\/2-visit$/) });
    expect(short(a.events.changed[0]?.changes ?? [])).toEqual(['status: asserted > negated']);
    expect(a.facts.removed.map((f) => f.predicate)).toContain('visits');
  });

  it('two events of one trigger: each finds the one that says the same', () => {
    const other: Events[number] = { ...VISIT, roles: [['agent', { entity: 3, words: 'دارا' }], ...VISIT.roles.slice(1)] };
    const d = diffGraphs(graph([VISIT, other]), graph([other]));
    expect(only(d).events.removed).toHaveLength(1);
    expect(only(d).events.removed[0]?.says.find((s) => s.what === 'visitor')?.items[0]?.name).toBe('شیلان');
    expect(d.counts.events).toEqual({ added: 0, removed: 1, changed: 0 });
  });

  it('another type at the same words is another event', () => {
    expect(diffGraphs(BASE, graph([MEETING, VISIT, { ...LEFT, type: 'Withdrawal' }])).counts.events).toEqual({ added: 1, removed: 1, changed: 0 });
  });

  it('a text that was moved says the same', () => {
    const d = diffGraphs(BASE, graph([MEETING, VISIT, LEFT], { text: `😀 سەرەتا. ${TEXT}` }));
    expect(d.same).toBe(false);
    expect(d.articles).toEqual([]);
    expect(d.counts).toMatchObject({ events: NONE3, facts: NONE, mentions: NONE3, entities: NONE3 });
    expect(d.counts.moved).toBeGreaterThanOrEqual(3 + NAMES.length);
  });

  it('a text that was moved and edited: the event of the edited sentence is still that event', () => {
    const edited: Events[number] = { ...VISIT, sentence: SECOND.replace('دوێنێ', 'ئەمڕۆ'), roles: [...VISIT.roles.slice(0, 2), ['time', { words: 'ئەمڕۆ', value: '2024-05-10' }]] };
    const d = diffGraphs(BASE, graph([MEETING, edited, LEFT], { text: `سەرەتا. ${TEXT.replace('دوێنێ', 'ئەمڕۆ')}` }));
    expect(d.counts.events).toEqual({ added: 0, removed: 0, changed: 1 });
    expect(short(only(d).events.changed[0]?.changes ?? [])).toContain('time: 2024-05-09 > 2024-05-10');
  });

  it('the same words in two places of one text are two events', () => {
    const text = 'دارا ڕۆیشت. شیلان ڕۆیشت.';
    const first: Events[number] = { type: 'Departure', trigger: 'ڕۆیشت', sentence: 'دارا ڕۆیشت.', roles: [['agent', { entity: 0, words: 'دارا' }]] };
    const second: Events[number] = { ...first, trigger: 'ڕۆیشت', sentence: 'شیلان ڕۆیشت.', roles: [['agent', { entity: 1, words: 'شیلان' }]] };
    const entities: Spec['entities'] = [{ name: 'دارا', type: 'Person', words: ['دارا'] }, { name: 'شیلان', type: 'Person', words: ['شیلان'] }];
    const x = byHand({ id: 'a', text }, { entities, events: [second] });
    const at = text.lastIndexOf('ڕۆیشت');
    const later = engine.quads({ ...x, events: x.events.map((e) => ({ ...e, trigger: { start: at, end: at + 'ڕۆیشت'.length } })) });
    expect(diffGraphs(graph([first], { text, entities }), later).counts.events).toEqual({ added: 1, removed: 1, changed: 0 });
  });

  it('relations: added, removed, changed', () => {
    const relations: NonNullable<Spec['relations']> = [{ type: 'memberOf', subject: 1, object: 0 }, { type: 'kinOf', subject: 1, object: 3 }];
    const entities = PEOPLE.map((e, i) => (i === 0 ? { ...e, type: 'Organization' as const } : e));
    const before = graph([], { relations, entities });
    expect(diffGraphs(graph([], { entities }), before).counts).toMatchObject({ relations: { added: 2, removed: 0, changed: 0 }, facts: { added: 2, removed: 0 } });
    const d = diffGraphs(before, graph([], { relations: [{ type: 'kinOf', subject: 1, object: 4 }], entities }));
    expect(d.counts.relations).toEqual({ added: 0, removed: 1, changed: 1 });
    expect(short(only(d).relations.changed[0]?.changes ?? [])).toEqual(['kinTo: دارا > شیلان']);
    expect(only(d).facts.added.map((f) => [f.subject.name, f.predicate, f.object.name, f.sentence?.quote])).toEqual([['ئاسۆ', 'kinOf', 'شیلان', TEXT]]);
  });

  it('entities: added, removed, renamed, retyped', () => {
    const who = (name: string): string => QUADS.find((q) => q.predicate.value === `${RDFS}label` && q.object.value === name)?.subject.value as string;
    const biden = who('جۆ بایدن');
    const renamed = QUADS.map((q) => (q.subject.value === biden && q.object.value === 'Joe Biden' ? quad(q.subject, q.predicate, literal('Joseph Biden', 'en'), q.graph) : q));
    const d = diffGraphs(QUADS, renamed, 'en');
    expect(d.entities).toMatchObject({ added: [], removed: [], changed: [{ iri: biden, name: 'Joseph Biden' }] });
    expect(short(d.entities.changed[0]?.changes ?? [])).toEqual(['label: Joe Biden > Joseph Biden']);
    expect(d.articles).toEqual([]);
    const retyped = QUADS.map((q) => (q.subject.value === biden && q.object.value === news('Person') ? quad(q.subject, q.predicate, namedNode(news('Organization')), q.graph) : q));
    expect(diffGraphs(QUADS, retyped).entities.changed.map((e) => short(e.changes))).toEqual([['type: Person > Organization']]);
    const without = QUADS.filter((q) => q.subject.value !== biden && q.object.value !== biden);
    expect(diffGraphs(QUADS, without).entities.removed.map((e) => e.name)).toEqual(['جۆ بایدن']);
    expect(diffGraphs(without, QUADS, 'en').entities.added.map((e) => [e.name, e.types])).toEqual([['Joe Biden', ['Person']]]);
  });

  it('words that name somebody else', () => {
    const d = diffGraphs(BASE, BASE.map((q) => (q.predicate.value === news('denotes') && q.object.value.endsWith('/dara') ? quad(q.subject, q.predicate, BASE.find((x) => x.object.value === 'شیلان' && x.predicate.value === `${RDFS}label`)?.subject as never, q.graph) : q)));
    expect(d.counts.mentions).toEqual({ added: 0, removed: 0, changed: 1 });
    const m = only(d).mentions.changed[0];
    expect([m?.words?.quote, m?.removed.map((i) => i.name), m?.added.map((i) => i.name)]).toEqual(['دارا', ['دارا'], ['شیلان']]);
  });

  it('articles: added, removed, and what is said of them', () => {
    const two = [...BASE, ...graph([LEFT], { id: 'b' })];
    expect(diffGraphs(BASE, two)).toMatchObject({ counts: { articles: { added: 1, removed: 0, changed: 0 }, events: { added: 1 }, entities: NONE3 }, articles: [{ status: 'added' }], other: { added: [], removed: [] } });
    expect(diffGraphs(two, BASE)).toMatchObject({ counts: { articles: { added: 0, removed: 1, changed: 0 } } });
    expect(short(only(diffGraphs(BASE, graph([MEETING, VISIT, LEFT], { published: '2024-05-11' }))).changes)).toEqual(['published: 2024-05-10 > 2024-05-11']);
  });

  it('a direct fact that loses its statement, in graphs and without', async () => {
    const less = BASE.filter((q) => q.predicate.value !== news('visits'));
    for (const [a, b] of [[BASE, less], [await plain(BASE), await plain(less)], [BASE, await plain(less)]] as const) {
      const found = only(diffGraphs(a, b));
      expect(found.facts.removed.map((f) => [f.subject.name, f.predicate, f.object.name, f.sentence?.quote])).toEqual([['شیلان', 'visits', 'دهۆک', SECOND]]);
      expect(found.article).toBe(engine.mint.article('a'));
      expect([found.events.changed, found.facts.added]).toEqual([[], []]);
    }
  });

  it('what no vocabulary of ours says is shown as it is', () => {
    const [p, g] = [namedNode('https://example.org/p'), BASE[0]?.graph as Quad['graph']];
    const strange = quad(namedNode('https://example.org/s'), p, literal('x\n"y"'), g), known = quad(namedNode(engine.mint.article('a')), namedNode(news('reports')), namedNode('https://example.org/nothing'), g);
    expect(diffGraphs(BASE, [...BASE, strange, known]).other).toEqual({ removed: [], added: [`<https://example.org/s> <https://example.org/p> "x\\n\\"y\\"" <${g.value}>`, `<${known.subject.value}> <${news('reports')}> <https://example.org/nothing> <${g.value}>`] });
    // The datatype alone is a change too.
    const typed = BASE.map((q) => (q.object.value === '0.50' && q.subject.value.endsWith('-visit') ? quad(q.subject, q.predicate, literal('0.50', namedNode(`${XSD}double`)), q.graph) : q));
    expect(diffGraphs(BASE, typed).counts.events).toEqual({ added: 0, removed: 0, changed: 1 });
  });
});

const plain = async (quads: readonly Quad[]): Promise<Quad[]> => parse(await toTurtle(quads, engine.mint.base), 'text/turtle');

const iri = fc.constantFrom('a', 'b/event/1-visit', 'c#char=1,2', 'کورد', 'd%20e', "f'g").map((s) => namedNode(`https://example.org/${s}`));
const term = fc.oneof(iri, fc.string({ unit: 'binary' }).map((s) => literal(s.toWellFormed())), fc.constantFrom('\n', '"', '\\', '\u0000', '\u2028', '\u202e', '😀', 'ە\r\n.').map((s) => literal(s, 'ckb')), fc.constantFrom('1', '01', 'x').map((s) => literal(s, namedNode(`${XSD}integer`))));
const property = fc.oneof(iri, fc.constantFrom('status', 'guest', 'denotes', 'quote', 'hosts', 'evidence', 'trigger').map((t) => namedNode(news(t as never))), fc.constant(namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')));
const arbitrary = fc.tuple(iri, property, fc.oneof(term, fc.constantFrom('Visit', 'Person', 'Passage', 'Article').map((t) => namedNode(news(t as never)))), fc.oneof(iri, fc.constant(defaultGraph()))).map(([s, p, o, g]) => quad(s, p, o, g as never));
/** Statements of one file stand in named graphs, or none does: what a mixture means is not ours to say. */
const named = (q: Quad): Quad => (q.graph.termType === 'DefaultGraph' ? quad(q.subject, q.predicate, q.object, namedNode('https://example.org/a')) : q);
/** A graph and another that came of it: some statements dropped, some of others or out of nowhere added, in another order. */
const edits = fc.record({ keep: fc.array(fc.boolean(), { minLength: QUADS.length, maxLength: QUADS.length }), rate: fc.constantFrom(0, 1, 2), more: fc.array(arbitrary.map(named), { maxLength: 8 }), swap: fc.boolean() })
  .map(({ keep, rate, more, swap }) => {
    const edited = [...QUADS.filter((_, i) => rate === 0 || keep[i] || (rate === 1 && i % 7 !== 0)), ...more];
    const pair = [[...QUADS, ...more.slice(4)], edited.reverse()] as const;
    return swap ? [pair[1], pair[0]] as const : pair;
  });

describe('laws', () => {
  it('the patch makes of the old graph exactly the new one', () => {
    fc.assert(fc.property(edits, ([a, b]) => {
      expect(keys(apply(a, rows(a, b)))).toEqual(keys(b));
    }), { numRuns: 60 });
  });

  it('of any two small graphs', () => {
    fc.assert(fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 12 }).map((q) => [q, q.map((x) => x.graph.termType)] as const), fc.array(arbitrary, { maxLength: 12 }), ([a], b) => {
      const named = (x: readonly Quad[]): boolean => x.some((q) => q.graph.value !== '');
      if (b.length > 0 && named(a) !== named(b)) expect(() => rows(a, b)).toThrow(/named graphs/);
      else expect(keys(apply(a, rows(a, b)))).toEqual(keys(b));
    }), { numRuns: 300 });
  });

  it('nothing changed: no difference and no patch, in any order and however often it is said', async () => {
    for (const same of [QUADS, [...QUADS].reverse(), [...QUADS, ...QUADS.slice(0, 50)], parse(await toTrig(QUADS, engine.mint.base), 'application/trig')]) {
      const d = diffGraphs(QUADS, same);
      expect(d).toMatchObject({ same: true, articles: [], entities: { added: [], removed: [], changed: [] }, other: { added: [], removed: [] }, counts: { moved: 0, restated: 0, statements: NONE } });
      expect(rows(QUADS, same)).toEqual([]);
    }
    expect(diffGraphs(QUADS, await plain(QUADS)).same).toBe(true);
  });

  it('what differs is told, whatever it is; the other way round it is the opposite', () => {
    fc.assert(fc.property(edits, ([a, b]) => {
      const d = diffGraphs(a, b), back = diffGraphs(b, a);
      expect(d.same).toBe(keys(a).join() === keys(b).join());
      const { statements, ...counts } = d.counts;
      const told = Object.values(counts).flatMap((c) => (typeof c === 'number' ? [c] : Object.values(c as object) as number[])).reduce((x, y) => x + y, 0) + d.other.added.length + d.other.removed.length;
      if (!d.same) expect(told).toBeGreaterThan(0);
      expect(statements).toEqual({ added: back.counts.statements.removed, removed: back.counts.statements.added });
      for (const what of ['entities', 'events', 'relations', 'facts', 'mentions'] as const) expect(d.counts[what].added, what).toBe(back.counts[what].removed);
      expect(d.other).toEqual({ added: back.other.removed, removed: back.other.added });
    }), { numRuns: 60 });
  });

  it('the books balance: what was, less what went, and what came, is what is; nothing is told twice', () => {
    fc.assert(fc.property(edits, ([a, b]) => {
      const d = diffGraphs(a, b);
      const number = (quads: readonly Quad[], kind: string): number => {
        const index = indexGraph(quads);
        return [...index.out.keys()].filter((s) => kindOf(index, s) === kind).length;
      };
      for (const [what, kind] of [['entities', 'entity'], ['events', 'event'], ['relations', 'relation']] as const) expect(d.counts[what].added - d.counts[what].removed, kind).toBe(number(b, kind) - number(a, kind));
      for (const list of ['events', 'relations'] as const) {
        const went = d.articles.flatMap((x) => [...x[list].removed.map((n) => n.iri), ...x[list].changed.map((n) => n.was)]), came = d.articles.flatMap((x) => [...x[list].added, ...x[list].changed].map((n) => n.iri));
        expect(new Set(went).size).toBe(went.length);
        expect(new Set(came).size).toBe(came.length);
      }
    }), { numRuns: 60 });
  });

  it('the same difference is the same bytes', () => {
    const less = QUADS.filter((_, i) => i % 5 !== 0);
    const once = JSON.stringify(diffGraphs(QUADS, less));
    expect(JSON.stringify(diffGraphs([...QUADS].reverse(), less))).toBe(once);
    expect(JSON.stringify(diffGraphs(QUADS, [...less].reverse()))).toBe(once);
    expect(rows([...QUADS].reverse(), [...less].reverse())).toEqual(rows(QUADS, less));
  });
});

describe('RDF Patch', () => {
  const less = QUADS.filter((_, i) => i % 9 !== 0), more = [...less, quad(namedNode('https://example.org/s'), namedNode('https://example.org/p'), literal('دوو\nدێڕ'))];
  const all = rows(QUADS, more);

  it('header, one transaction, deletions first, sorted', () => {
    expect(all[0]).toMatch(/^H id <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}> \.$/);
    expect([all[1], all.at(-1)]).toEqual(['TX .', 'TC .']);
    const body = all.slice(2, -1), codes = body.map((r) => r[0]).join('');
    expect(codes).toMatch(/^D+A+$/);
    for (const code of ['D', 'A']) {
      const own = body.filter((r) => r.startsWith(`${code} `));
      expect([...own].sort()).toEqual(own);
    }
    for (const r of all) expect(r).toMatch(/^[^\n\r]+ \.$/);
  });

  it('every row is N-Quads to another reader', () => {
    for (const code of ['D', 'A']) {
      const own = all.filter((r) => r.startsWith(`${code} `)).map((r) => r.slice(2));
      expect(oxigraphParse(own.join('\n'), { format: 'application/n-quads' })).toHaveLength(own.length);
    }
  });

  it('the id is of the contents', () => {
    expect(rows([...QUADS].reverse(), more)[0]).toBe(all[0]);
    expect(rows(QUADS, less)[0]).not.toBe(all[0]);
    expect(rows(more, QUADS)[0]).not.toBe(all[0]);
  });

  it('a graph out of nothing, and back', () => {
    expect(keys(apply([], rows([], QUADS)))).toEqual(keys(QUADS));
    expect(apply(QUADS, rows(QUADS, []))).toEqual([]);
  });

  it.each([
    ['a subject', quad(blankNode('x'), namedNode('https://example.org/p'), literal('y'))], ['an object', quad(namedNode('https://example.org/s'), namedNode('https://example.org/p'), blankNode('x'))],
    ['a graph', quad(namedNode('https://example.org/s'), namedNode('https://example.org/p'), literal('y'), blankNode('x'))],
  ])('a blank node as %s has no name to be compared by', (_, q) => {
    expect(() => diffGraphs([q], QUADS)).toThrow(/blank nodes/);
    expect(() => rows(QUADS, [q])).toThrow(/blank nodes/);
  });
});

describe('hewal diff', () => {
  let dir: string;
  const put = (name: string, content: string): string => {
    writeFileSync(join(dir, name), content);
    return name;
  };
  const hewal = (...args: string[]): { code: number | null; out: string; err: string } => {
    const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'diff', ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } as NodeJS.ProcessEnv });
    expect(r.stderr).not.toMatch(/\n\s+at \S|fault of hewal/);
    return { code: r.status, out: r.stdout, err: r.stderr };
  };
  const NEW = graph([{ ...VISIT, status: 'planned' }, LEFT]);
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hewal-diff-'));
    put('old.trig', await toTrig(BASE, engine.mint.base));
    put('old.ttl', await toTurtle(BASE, engine.mint.base));
    put('old.nq', await toNQuads(BASE));
    put('new.trig', await toTrig(NEW, engine.mint.base));
    put('new.nq', await toNQuads(NEW));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each([['old.trig', 'old.nq'], ['old.ttl', 'old.trig'], ['old.ttl', 'old.ttl']])('%s and %s are the same: exit status 0', (a, b) => {
    expect(hewal(a, b)).toEqual({ code: 0, out: 'no difference\n', err: '' });
  });

  it.each([['old.trig', 'new.nq'], ['old.ttl', 'new.trig']])('%s and %s: names, words, counts, exit status 1', (a, b) => {
    const r = hewal(a, b);
    expect(r).toMatchObject({ code: 1, err: '' });
    expect(r.out).toContain(`article <${engine.mint.article('a')}>`);
    expect(r.out).toMatch(/ {2}- Meeting <\S+1-meeting>: attendee ئاسۆ, دارا; place هەولێر; status asserted; source ئازاد/);
    expect(r.out).toContain(`0–${Array.from(FIRST).length}: ${FIRST.replace('کۆبووەوە', '[کۆبووەوە]')}`);
    expect(r.out).toMatch(/ {2}~ Visit \(place دهۆک, visitor شیلان\) <\S+1-visit> \(was <\S+2-visit>\): status asserted → planned|~ Visit \(destination دهۆک, visitor شیلان\) <\S+1-visit> \(was <\S+2-visit>\): status asserted → planned/);
    expect(r.out).toContain('  - ئاسۆ — news:meets — دارا');
    expect(r.out).toMatch(/\narticles 1 changed; events 1 removed, 1 changed; direct facts 2 removed; 1 moved or renumbered, otherwise the same; all statements \d+ added, \d+ removed\n$/);
  });

  it('a rule that was measured anew is one line, not an event each', async () => {
    put('measured.nq', (await toNQuads(BASE)).replaceAll('"0.50"', '"0.60"'));
    const r = hewal('old.nq', 'measured.nq');
    expect(r.code).toBe(1);
    expect(r.out.split('\n').filter((l) => l.includes('confidence'))).toEqual([expect.stringMatching(/^ {2}~ 3 with another confidence, otherwise the same: .*Visit confidence 0\.50 → 0\.60/)]);
    expect(r.out).toContain('events 3 changed');
  });

  it('--format json is the difference itself', () => {
    const r = hewal('old.trig', 'new.trig', '--format', 'json', '--lang', 'en');
    expect(r).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(r.out)).toEqual(JSON.parse(JSON.stringify(diffGraphs(BASE, NEW, 'en'))));
    expect(JSON.parse(hewal('old.trig', 'old.ttl', '-f', 'json').out)).toMatchObject({ same: true });
  });

  it('--format patch is the patch, or nothing', () => {
    const r = hewal('old.trig', 'new.trig', '--format', 'patch');
    expect(r).toMatchObject({ code: 1, err: '' });
    expect(keys(apply(parse(readFileSync(join(dir, 'old.trig'), 'utf8'), 'application/trig'), r.out.trimEnd().split('\n')))).toEqual(keys(NEW));
    expect(hewal('old.trig', 'old.nq', '--format', 'patch')).toEqual({ code: 0, out: '', err: '' });
  });

  it('what comes from a graph cannot steer a terminal or begin a line', () => {
    const evil = '\u001b[31mred\u0007\u202etxt\n  + Person نەخوازراو\r\u2028';
    const dirty = (quads: readonly Quad[]): Quad[] => quads.map((q) => (q.object.termType === 'Literal' && q.object.datatype.value === `${XSD}string` ? quad(q.subject, q.predicate, literal(evil + q.object.value), q.graph) : q))
      .map((q) => (q.predicate.value === `${RDFS}label` ? quad(q.subject, q.predicate, literal(`${evil}${q.object.value}`, 'ckb'), q.graph) : q));
    const nt = (quads: readonly Quad[]): Promise<string> => toNQuads(quads);
    return Promise.all([nt(dirty(BASE)), nt([...dirty(NEW), quad(namedNode('https://example.org/s'), namedNode('https://example.org/p'), literal(evil))])]).then(([a, b]) => {
      put('a.nq', a);
      put('b.nq', b);
      for (const args of [['a.nq', 'b.nq'], ['old.nq', 'b.nq'], ['b.nq', 'old.nq']]) {
        const r = hewal(...args);
        expect(r.code).toBe(1);
        // eslint-disable-next-line no-control-regex -- exactly these must not come through
        expect(r.out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]/);
        expect(r.out).not.toMatch(/^ {2}\+ Person نەخوازراو/m);
        expect(r.out).toContain('\\u001b[31mred');
      }
    });
  });

  it.each([
    [['old.trig'], /Not enough/], [['old.trig', 'new.trig', '--format', 'html'], /Invalid values|Choices/], [['old.trig', 'new.trig', '--lang', 'xx'], /Choices/], [['old.trig', 'new.trig', '--lang', 'en', '--lang', 'ckb'], /--lang is given 2 times/],
    [['old.ttl', 'new.trig', '--format', 'patch'], /named graphs and the other none/],
  ] as const)('%j: exit status 2', (args, said) => {
    const r = hewal(...args);
    expect(r.err).toMatch(said);
    expect(r).toMatchObject({ code: 2, out: '' });
  });

  it.each([['none.ttl', /cannot be read \(ENOENT\)/], ['bad.ttl', /not valid text\/turtle/], ['blank.ttl', /blank\.ttl.*has blank nodes/], ['x.csv', /unknown RDF format/]])('%s: exit status 3', (name, said) => {
    put('bad.ttl', '<a> <b .');
    put('blank.ttl', '[] <https://example.org/p> "x" .');
    put('x.csv', 'a');
    for (const args of [[name, 'old.trig'], ['old.trig', name]]) {
      const r = hewal(...args);
      expect(r.err).toMatch(said);
      expect(r).toMatchObject({ code: 3, out: '' });
    }
  });

  it('--help has examples and the exit statuses', () => {
    const r = hewal('--help');
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).toMatch(/Examples:\n\s+hewal diff /);
    expect(r.out).toMatch(/0 the same, 1 different, 2 usage, 3 unreadable/);
  });
});
