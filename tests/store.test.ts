// What is kept of many articles while more are read: the same whether it fits in memory or waits on the disk, in whatever order it came.
import fc from 'fast-check';
import type { Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { sorted } from '../src/formats/rdf.js';
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
