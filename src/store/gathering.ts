import type { Quad } from 'n3';
import { sorted } from '../formats/rdf.js';
import { createSettler, mergeKey, mergeRow, MERGES_HEADER, type Claim, type Settlement } from '../link/identities.js';
import { settled } from '../link/settled.js';
import { createGraphs, union, type Kept } from './graphs.js';
import { line, valueOf, type Said } from './said.js';
import { createSorter } from './sort.js';

/** What was read of articles, whatever their number: what does not fit in memory of a fixed size waits on the disk, and comes back in an order that does not depend on the order of reading. */
export interface Gathering {
  add(said: Said): void;
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

export function createGathering(): Gathering {
  const graphs = createGraphs(), claims = createSorter(), merges = createSorter(), annotations = createSorter();
  const refused = new Map<string, Set<string>>();
  let settlement: Settlement = { renamed: new Map(), labels: new Map() };
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
    add: (said) => {
      graphs.add(said.graph);
      said.claims.forEach(claims.add);
      said.merges.forEach(merges.add);
      if (said.annotation !== '') annotations.add(said.annotation);
    },
    settle: async () => {
      const settler = createSettler((m) => merges.add(line(mergeKey(m), mergeRow(m))));
      for await (const kept of claims.sorted()) settler.add(JSON.parse(valueOf(kept)) as Claim);
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
      for await (const kept of merges.sorted()) yield valueOf(kept);
    },
    annotations: async function* lines() {
      for await (const kept of annotations.sorted()) yield valueOf(kept);
    },
    close: () => [graphs, claims, merges, annotations].forEach((s) => s.close()),
  };
}
