// What is kept of many articles while more are read: the same whether it fits in memory or waits on the disk, in whatever order it came.
import fc from 'fast-check';
import { DataFactory, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { orderKey, sorted } from '../src/formats/rdf.js';
import type { Article } from '../src/model/article.js';
import { createGathering } from '../src/store/gathering.js';
import { createGraphs, graphLine, union } from '../src/store/graphs.js';
import { createSpeaker } from '../src/store/said.js';
import { createSorter } from '../src/store/sort.js';
import { ARTICLES, engine, together } from './support/make.js';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const i of items) out.push(i);
  return out;
}
const plain = (quads: readonly Quad[]): string[] => quads.map((q) => [q.subject.id, q.predicate.id, q.object.id, q.graph.id].join(' '));
/** Ids with all that could end a line or a key. */
const HOSTILE: readonly Article[] = ['a\nb', 'a\tb', 'a\u0001b', 'a!', 'a', '"', '\u2028'].map((id, i) => ({ id, text: `${(ARTICLES[i % ARTICLES.length] as Article).text}\n${id}` }));

describe('a sorter', () => {
  it('gives the lines in order, as often as they are wanted, from many files too', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('ا', 'ب', 'a', '\t', '😀') }), { minLength: 150, maxLength: 200 }), fc.constantFrom(1, 9, 1e6), async (list, load) => {
      const sorter = createSorter(load);
      try {
        const lines = list.map((l) => `${l}.`);
        for (const l of lines) sorter.add(l);
        const want = [...lines].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(await all(sorter.sorted())).toEqual(want);
        for await (const line of sorter.sorted()) if (line !== '') break;
        expect(await all(sorter.sorted())).toEqual(want);
      } finally {
        sorter.close();
      }
    }), { numRuns: 12 });
  });
});

describe('graphs', () => {
  const lists = [...ARTICLES, ...HOSTILE].map((article) => ({ article, quads: engine.quads(engine.read(article)) }));
  it.each([1, 100_000_000])('come back whole with a load of %d', async (load) => {
    const graphs = createGraphs(load);
    try {
      for (const l of lists) graphs.add(graphLine(l));
      const back = await all(graphs.articles());
      expect(back).toHaveLength(lists.length);
      for (const { article, quads } of back) expect(plain(quads)).toEqual(plain(lists.find((l) => l.article.id === article?.id)?.quads ?? []));
    } finally {
      graphs.close();
    }
  });
  it('together are a set of triples in the order of Turtle', async () => {
    const quads = lists.flatMap((l) => l.quads);
    async function* twice(): AsyncGenerator<Quad> {
      yield* quads;
      yield* quads;
    }
    const triples = (list: readonly Quad[]): string[] => list.map((q) => [q.subject.id, q.predicate.id, q.object.id].join(' '));
    expect(triples(await all(union(twice())))).toEqual(triples(sorted(quads, false)));
  });
});

describe('the order of quads', () => {
  const { namedNode, literal, quad } = DataFactory;
  const iris = ['/entity/x', '/entity/x/y', '/a', '/a/event/2-visit', '/a/event/10-visit', '/a#char=9,12', '/a#char=10,12'].map((end) => namedNode(`https://example.org${end}`));
  const texts = ['a', 'a\n', 'a\v', 'a\v1', 'a\nb', 'a\vb', 'a"', 'ئا'].flatMap((text) => [literal(text), literal(text, 'ckb')]);
  const some = fc.array(fc.tuple(fc.constantFrom(...iris), fc.constantFrom(...iris), fc.constantFrom(...iris, ...texts), fc.constantFrom(...iris)).map(([s, p, o, g]) => quad(s, p, o, g)), { maxLength: 60 });
  const ids = (list: readonly Quad[]): string[] => list.map((q) => [q.graph.id, q.subject.id, q.predicate.id, q.object.id].join(' '));
  it('is that of their keys, in memory and from the disk, each once, however they came', async () => {
    await fc.assert(fc.asyncProperty(some, async (quads) => {
      const keyed = [...new Map(quads.map((q) => [`${q.graph.value}\u0001${orderKey(q)}`, q])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, q]) => q);
      expect(keyed).toHaveLength(new Set(ids(quads)).size);
      expect(ids(sorted(quads, true))).toEqual(ids(keyed));
      expect(ids(sorted([...quads].reverse(), true))).toEqual(ids(keyed));
      async function* each(): AsyncGenerator<Quad> {
        yield* quads;
      }
      const triples = (list: readonly Quad[]): string[] => list.map((q) => [q.subject.id, q.predicate.id, q.object.id].join(' '));
      expect(triples(await all(union(each())))).toEqual(triples(sorted(quads, false)));
    }), { numRuns: 200 });
  });
});

describe('a gathering', () => {
  const gather = async (articles: readonly Article[]) => {
    const g = createGathering(), say = createSpeaker(engine, { texts: false, annotations: true, least: 0 });
    try {
      for (const a of articles) g.add(say(a));
      await g.settle();
      return { quads: plain(await all(g.quads())), merges: await all(g.merges()), annotations: await all(g.annotations()) };
    } finally {
      g.close();
    }
  };
  it('says the same in any order of reading, and what settling everything at once says', async () => {
    const articles = [...ARTICLES, ...HOSTILE];
    const one = await gather(articles);
    expect(await gather([...articles].reverse())).toEqual(one);
    expect(one.quads).toEqual(plain(sorted(together(articles.map((a) => engine.read(a))), true)));
    expect(one.annotations.map((l) => (JSON.parse(l) as { id: string }).id).sort()).toEqual(articles.map((a) => a.id).sort());
    for (const line of one.merges) if (!line.startsWith('#')) expect(line.split('\t')).toHaveLength(7);
  });
});
