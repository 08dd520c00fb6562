import type { Quad } from 'n3';
import type { Extraction } from '../extract/index.js';
import { toAnnotation } from '../formats/annotations.js';
import { sorted } from '../formats/rdf.js';
import { claimKey, createSettler, inKey, mergeKey, mergeRow, MERGES_HEADER, type Claim, type Merge, type Settlement } from '../link/identities.js';
import { settled } from '../link/settled.js';
import { NEWS } from '../model/vocabulary.js';
import type { Engine } from '../pipeline.js';
import { createGraphs, union, type Kept } from './graphs.js';
import { createSorter } from './sort.js';

/** What was read of articles, whatever their number: what does not fit in memory of a fixed size waits on the disk, and comes back in an order that does not depend on the order of reading. */
export interface Gathering {
  /** Takes what an article says; returns how many of its statements are direct facts. */
  add(x: Extraction): number;
  /** To be called once, when all have been read: decides over all of them who is who. */
  settle(): Promise<void>;
  /** Leaves statements out of everything that is given back from now on. */
  refuse(quads: readonly Quad[]): void;
  /** Every article's graph as it was settled, by IRI; with the article where texts are kept. */
  articles(): AsyncGenerator<Kept>;
  /** The quads of all graphs in the order of N-Quads, TriG and JSON-LD. */
  quads(): AsyncGenerator<Quad>;
  /** The triples of all graphs in the order of Turtle. */
  triples(): AsyncGenerator<Quad>;
  /** `merges.tsv`, line by line. */
  merges(): AsyncGenerator<string>;
  /** `annotations.jsonl`, line by line. */
  annotations(): AsyncGenerator<string>;
  close(): void;
}

const key = (q: Quad): string => `${q.subject.id}\u0000${q.predicate.id}\u0000${q.object.id}`;
const isDirect = (q: Quad): boolean => q.subject.value.includes('/entity/') && q.predicate.value.startsWith(NEWS);

/** `texts`: keep the articles too. `annotations`: keep what is asked for only. */
export function createGathering(engine: Engine, keep: { readonly texts: boolean; readonly annotations: boolean }): Gathering {
  const graphs = createGraphs(), claims = createSorter(), merges = createSorter(), annotations = createSorter();
  const refused = new Map<string, Set<string>>();
  let settlement: Settlement = { renamed: new Map(), labels: new Map() };
  const merge = (m: Merge): void => merges.add(`${mergeKey(m)}\u0001${mergeRow(m)}`);
  const after = (line: string): string => line.slice(line.lastIndexOf('\u0001') + 1);
  async function* articles(): AsyncGenerator<Kept> {
    for await (const kept of graphs.articles()) {
      const quads = settled(kept.quads, settlement), out = refused.get(quads[0]?.graph.value ?? '');
      yield { ...kept, quads: out ? quads.filter((q) => !out.has(key(q))) : quads };
    }
  }
  async function* quads(): AsyncGenerator<Quad> {
    for await (const kept of articles()) yield* sorted(kept.quads, true);
  }
  return {
    add: (x) => {
      const read = engine.quads(x);
      graphs.add({ quads: read, ...(keep.texts ? { article: x.article } : {}) });
      const own = engine.claims(x);
      for (const c of own.claims) claims.add(`${claimKey(c)}\u0001${JSON.stringify(c)}`);
      for (const m of own.merges) merge(m);
      if (keep.annotations) annotations.add(`${inKey(x.article.id)}\u0001${JSON.stringify(toAnnotation(x, (id) => engine.known(id)?.wikidata || undefined))}`);
      return read.filter(isDirect).length;
    },
    settle: async () => {
      const settler = createSettler(merge);
      for await (const line of claims.sorted()) settler.add(JSON.parse(after(line)) as Claim);
      settlement = settler.end();
    },
    refuse: (list) => {
      for (const q of list) {
        const own = refused.get(q.graph.value) ?? new Set<string>();
        refused.set(q.graph.value, own.add(key(q)));
      }
    },
    articles, quads,
    triples: () => union(quads()),
    merges: async function* lines() {
      yield* MERGES_HEADER;
      for await (const line of merges.sorted()) yield after(line);
    },
    annotations: async function* lines() {
      for await (const line of annotations.sorted()) yield after(line);
    },
    close: () => [graphs, claims, merges, annotations].forEach((s) => s.close()),
  };
}
