import type { Quad } from 'n3';
import type { Joins } from '../corrections/groups.js';
import { outcomesOf, type Entry, type Outcome } from '../corrections/log.js';
import type { Given } from '../corrections/read.js';
import { MERGES_HEADER, type Settlement } from '../link/identities.js';
import { NONE } from '../link/joined.js';
import { settled, settledInOrder } from '../link/settled.js';
import { union, type Kept } from './graphs.js';
import { valueOf } from './said.js';

/** What is known of any number of articles, as the files of a build want it: every stream in its one order, as often as it is wanted. */
export interface Gathered {
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
  /** What became of every correction, in the order of their files. */
  outcomes(): readonly Outcome[];
}

/** Corrections under which articles were read. */
export interface Under extends Joins {
  readonly given: readonly Given[];
}
export const UNCORRECTED: Under = { given: [], groups: NONE, refused: new Map() };

/** What articles said one by one, in order: graphs by IRI, lines by their keys. */
export interface Pieces {
  /** Each in the order in which it is written. `texts`: with the articles, where they are kept. */
  graphs(texts: boolean): AsyncIterable<Kept>;
  merges(): AsyncIterable<string>;
  annotations(): AsyncIterable<string>;
  corrections(): readonly Entry[];
}

const key = (q: Quad): string => `${q.subject.id}\u0000${q.predicate.id}\u0000${q.object.id}`;

/** Pieces under a settlement. The order of quads does not depend on where they waited, so that what is found in them does not either. */
export function createGathered(pieces: Pieces, settlement: () => Settlement, { given, refused: impossible }: Under = UNCORRECTED): Gathered {
  const refused = new Map<string, Set<string>>();
  async function* shown(texts: boolean): AsyncGenerator<Kept> {
    for await (const kept of pieces.graphs(texts)) {
      const quads = settledInOrder(kept.quads, settlement()), out = refused.get(quads[0]?.graph.value ?? '');
      yield { ...kept, quads: out ? quads.filter((q) => !out.has(key(q))) : quads };
    }
  }
  async function* quads(): AsyncGenerator<Quad> {
    for await (const kept of shown(false)) yield* kept.quads;
  }
  return {
    refuse: (list) => {
      for (const q of list) {
        const own = refused.get(q.graph.value) ?? new Set<string>();
        refused.set(q.graph.value, own.add(key(q)));
      }
    },
    articles: () => shown(true),
    quads,
    triples: () => union(quads()),
    merges: async function* lines() {
      yield* MERGES_HEADER;
      for await (const kept of pieces.merges()) yield valueOf(kept);
    },
    annotations: async function* lines() {
      for await (const kept of pieces.annotations()) yield valueOf(kept);
    },
    outcomes: () => (given.length === 0 ? [] : outcomesOf(given, pieces.corrections(), { refused: impossible, named: settlement().named, settled: (list) => settled(list, settlement()) })),
  };
}
