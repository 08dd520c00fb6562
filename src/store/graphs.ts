import { DataFactory, termFromId, type Quad } from 'n3';
import { orderKey } from '../formats/rdf.js';
import type { Article } from '../model/article.js';
import { createSorter } from './sort.js';

/** One article's graph, and the article where its text is wanted later. */
export interface Kept {
  readonly quads: readonly Quad[];
  readonly article?: Article;
}

/** The graphs of any number of articles, held in memory of a fixed size and beyond that on the disk. */
export interface Graphs {
  /** A line of `graphLine`. */
  add(line: string): void;
  /** Every article's quads, by the IRI of its graph, as often as they are wanted. */
  articles(): AsyncGenerator<Kept>;
  close(): void;
}

/** One graph as a line: its terms (as N3.js writes them in an id), and three of them by number a statement. */
type Packed = readonly [terms: readonly string[], statements: readonly number[], article?: Article];

/** The graph of one article as a line; every article has one, since it says at least that it is one. */
export const graphLine = ({ quads, article }: Kept): string => `${quads[0]?.graph.value ?? ''}\u0001${JSON.stringify([...pack(quads), ...(article ? [article] : [])])}`;

/** `load`: UTF-16 units held before they are written down. */
export function createGraphs(load?: number): Graphs {
  const sorter = createSorter(load);
  return {
    add: (line) => sorter.add(line),
    articles: async function* articles() {
      for await (const line of sorter.sorted()) {
        const at = line.indexOf('\u0001');
        const packed = JSON.parse(line.slice(at + 1)) as Packed;
        yield { quads: unpack(line.slice(0, at), packed), ...(packed[2] ? { article: packed[2] } : {}) };
      }
    },
    close: () => sorter.close(),
  };
}

function pack(quads: readonly Quad[]): readonly [string[], number[]] {
  const numbers = new Map<string, number>();
  const number = (id: string): number => {
    let n = numbers.get(id);
    if (n === undefined) numbers.set(id, (n = numbers.size));
    return n;
  };
  const statements = quads.flatMap((q) => [number(q.subject.id), number(q.predicate.id), number(q.object.id)]);
  return [[...numbers.keys()], statements];
}

function unpack(graph: string, [ids, statements]: Packed): Quad[] {
  const terms = ids.map((id) => termFromId(id));
  const node = DataFactory.namedNode(graph);
  const quads: Quad[] = [];
  for (let i = 0; i < statements.length; i += 3) quads.push(DataFactory.quad(terms[statements[i] as number] as Quad['subject'], terms[statements[i + 1] as number] as Quad['predicate'], terms[statements[i + 2] as number] as Quad['object'], node));
  return quads;
}

/** The triples of all graphs in the order of Turtle, each once. */
export async function* union(quads: AsyncIterable<Quad>): AsyncGenerator<Quad> {
  const sorter = createSorter();
  try {
    for await (const q of quads) sorter.add(`${orderKey(q)}\u0000\u0001${JSON.stringify([q.subject.id, q.predicate.id, q.object.id])}`);
    let before: string | undefined;
    for await (const line of sorter.sorted()) {
      const at = line.lastIndexOf('\u0000\u0001');
      const key = line.slice(0, at);
      if (key === before) continue;
      before = key;
      const [s, p, o] = (JSON.parse(line.slice(at + 2)) as string[]).map((id) => termFromId(id)) as [Quad['subject'], Quad['predicate'], Quad['object']];
      yield DataFactory.quad(s, p, o);
    }
  } finally {
    sorter.close();
  }
}
