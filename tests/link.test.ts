// Across articles: who is one, who is kept apart, and that it is written down.
import { describe, expect, it } from 'vitest';
import { sorted } from '../src/formats/rdf.js';
import { mergeRow, settle, type Claim } from '../src/link/identities.js';
import { settled, settledInOrder } from '../src/link/settled.js';
import { atLeast } from '../src/extract/confidence.js';
import { emptyScore, figures, scoreDocument, type Annotation } from '../scripts/eval/score.js';
import { engine } from './support/make.js';

const claim = (article: string, more: Partial<Claim> = {}): Claim => ({ article, graph: `g/${article}`, iri: 'kb/azad', name: 'ئازاد', labels: { ckb: 'ئازاد' }, listed: false, posts: [], countries: [], ...more });
const SAME = 'same name, and no post or country contradicts';
const read = (id: string, text: string) => engine.read({ id, text, published: '2026-11-25' });

describe('one name in several articles', () => {
  it('is one thing unless posts or countries contradict, and each decision has its reason', () => {
    const { merges } = settle([claim('a', { posts: ['وەزیر'] }), claim('b'), claim('c', { posts: ['پارێزگار'] }), claim('d', { posts: ['پارێزگار'] })]);
    expect(merges.map((m) => [m.article, m.iri, m.reason.split(':')[0]])).toEqual([
      ['b', 'kb/azad', SAME], ['c', 'kb/azad-2', 'kept apart'], ['d', 'kb/azad-2', SAME],
    ]);
  });

  it('the countries of the posts keep people apart; a common country holds them together whatever the posts', () => {
    const iraq = ['Iraq'], iran = ['Iran'];
    expect(settle([claim('a', { countries: iraq }), claim('b', { countries: iran })]).merges[0]?.reason).toMatch(/^kept apart: countries differ: Iraq \/ Iran$/);
    expect(settle([claim('a', { countries: iraq, posts: ['x'] }), claim('b', { countries: iraq, posts: ['y'] })]).merges[0]?.iri).toBe('kb/azad');
  });

  it('a listed person is one whatever is said of him', () => {
    const { merges } = settle([claim('a', { listed: true, posts: ['x'] }), claim('b', { listed: true, posts: ['y'] })]);
    expect(merges).toMatchObject([{ article: 'b', iri: 'kb/azad', reason: 'same entry of a name list' }]);
  });

  it('graphs that nothing is decided about stay the very lists they were; the others come in the order in which they are written', () => {
    const texts = [['a', 'ئارام عوسمان، پارێزگاری هەولێر، گەیشتە بەغدا.'], ['b', 'ئارام عوسمان، وەزیری دەرەوەی ئێران، گەیشتە بەغدا.'], ['c', 'جەلال ساڵح سەردانی کەرکووکی کرد.'], ['d', 'جەلال سالح سەردانی هەولێری کرد.'], ['e', 'جۆ بایدن گەیشتە بەغدا.']] as const;
    const all = texts.map(([id, text]) => read(id, text)), s = settle(all.flatMap((x) => engine.claims(x).claims));
    const same = all.map((x) => {
      const quads = sorted(engine.quads(x), true), now = settledInOrder(quads, s);
      expect(now).toEqual(sorted(settled([...quads].reverse(), s), true));
      return now === quads;
    });
    expect(same).toEqual([true, false, expect.any(Boolean), expect.any(Boolean), true]);
    expect(same.slice(2, 4)).toContain(false);
  });

  it('gives the quads of the later article another IRI, in whatever order articles were read', () => {
    const texts = [['a', 'ئارام عوسمان، پارێزگاری هەولێر، گەیشتە بەغدا.'], ['b', 'ئارام عوسمان، وەزیری دەرەوەی ئێران، گەیشتە بەغدا.']] as const;
    const build = (order: readonly number[]) => {
      const read_ = order.map((i) => texts[i] as (typeof texts)[number]).map(([id, text]) => read(id, text));
      const s = settle(read_.flatMap((x) => engine.claims(x).claims));
      const quads = settled(read_.flatMap((x) => engine.quads(x)), s);
      return { text: s.merges.map(mergeRow).join('\n'), nodes: [...new Set(quads.filter((q) => q.predicate.value.endsWith('#label') && q.object.value === 'ئارام عوسمان').map((q) => `${q.graph.value} ${q.subject.value}`))].sort() };
    };
    const one = build([0, 1]);
    expect(one).toEqual(build([1, 0]));
    expect(one.nodes).toHaveLength(2);
    expect(new Set(one.nodes.map((n) => n.split(' ')[1])).size).toBe(2);
    expect(one.text).toMatch(/^articles\t\S+-2\tb\tئارام عوسمان\t\t\tkept apart: countries differ: Iraq \/ Iran$/m);
  });

  it('inside an article every joined mention has its place and reason, and no cell breaks a line', () => {
    const x = read('a\tb\nc', 'مەسرور بارزانی گەیشتە بەغدا. بارزانی لەگەڵ مستەفا کازمی کۆبووەوە.');
    const { merges } = engine.claims(x);
    expect(merges.length).toBeGreaterThan(0);
    for (const m of merges) expect(Array.from(x.article.text).slice(m.at?.[0], m.at?.[1]).join('')).toContain(m.name.split(' ')[0]);
    for (const m of merges) expect(mergeRow(m).split(/[\t\n]/)).toHaveLength(7);
  });
});

describe('confidence', () => {
  const x = read('a', 'سەرۆکی حکومەت پێشوازی لە باڵیۆزی فەرەنسا کرد و وتی: ئێمە هاوبەشین. سێ کەس لە هەولێر کوژران.');
  it('is a number from 0 to 1 on every event and relation', () => {
    for (const f of [...x.events, ...x.relations]) expect(f.confidence).toBeGreaterThan(0);
    for (const f of [...x.events, ...x.relations]) expect(f.confidence).toBeLessThanOrEqual(1);
  });
  it('a threshold leaves out what is below it, and entities that only that needed', () => {
    expect(atLeast(x, 0)).toBe(x);
    const none = atLeast(x, 1.01);
    expect([none.events, none.relations]).toEqual([[], []]);
    expect(none.entities.some((e) => e.local)).toBe(false);
    const top = Math.max(...x.events.map((e) => e.confidence));
    expect(atLeast(x, top).events.every((e) => e.confidence >= top)).toBe(true);
  });
});

describe('npm run eval: the comparison', () => {
  const gold: Annotation = {
    id: 'd', text: 'A met B in C.', entities: [{ id: 'e1', type: 'Person', name: 'A', mentions: [[0, 1]] }, { id: 'e2', type: 'Person', name: 'B', mentions: [[6, 7]] }, { id: 'e3', type: 'Place', name: 'C', mentions: [[11, 12]], optional: true }],
    relations: [], events: [{ type: 'Meeting', trigger: [2, 5], roles: [{ role: 'participant', entity: 'e1' }, { role: 'participant', entity: 'e2' }, { role: 'place', entity: 'e3', optional: true }] }],
  };
  const score = (found: Annotation | undefined) => {
    const s = emptyScore();
    scoreDocument(gold, found, s);
    return s;
  };
  it('gold against itself is perfect, and optional items count nowhere', () => {
    const s = score(gold);
    expect(s.total).toEqual({ entities: { right: 2, gold: 2, said: 2 }, relations: { right: 0, gold: 0, said: 0 }, events: { right: 1, gold: 1, said: 1 }, facts: { right: 2, gold: 2, said: 2 } });
    expect(figures(s.total.facts)).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect([s.missed, s.spurious]).toEqual([[], []]);
  });
  it('no answer misses everything; a swapped filler is one missed and one made up', () => {
    expect(score(undefined).total.facts).toEqual({ right: 0, gold: 2, said: 0 });
    const s = score({ ...gold, events: [{ type: 'Meeting', trigger: [2, 5], foundBy: 'r', roles: [{ role: 'participant', entity: 'e1' }, { role: 'participant', entity: 'e3' }] }] });
    expect(s.total.facts).toEqual({ right: 1, gold: 2, said: 2 });
    expect(s.byRule.get('r')).toEqual({ right: 1, gold: 0, said: 2 });
    expect([s.missed, s.spurious]).toEqual([['d Meeting.participant = B'], ['d Meeting.participant = C']]);
  });
});
