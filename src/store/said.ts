import type { Quad } from 'n3';
import { entriesOf, type Entry } from '../corrections/log.js';
import { atLeast } from '../extract/confidence.js';
import { toAnnotation } from '../formats/annotations.js';
import { sorted } from '../formats/rdf.js';
import { claimKey, inKey, mergeKey, mergeRow } from '../link/identities.js';
import type { Article } from '../model/article.js';
import { NEWS } from '../model/vocabulary.js';
import type { Engine } from '../pipeline.js';
import { graphLine } from './graphs.js';

/** What an article says, as lines for the sorters of a gathering. Made of the article alone, so that any thread can make it. */
export interface Said extends Lines {
  readonly graph: string;
}
/** The same without its graph. */
export interface Lines {
  readonly claims: readonly string[];
  readonly merges: readonly string[];
  /** Empty where annotations are not asked for. */
  readonly annotation: string;
  /** What became of corrections; absent where none is about the article. */
  readonly corrections?: readonly Entry[];
  readonly counts: Counts;
}
export interface Counts {
  readonly entities: number;
  readonly facts: number;
  /** Statements that are direct facts. */
  readonly direct: number;
  readonly events: Readonly<Record<string, number>>;
}

/** What of an article is wanted. */
export interface Asked {
  /** The article itself, to compare quotes with. */
  readonly texts: boolean;
  readonly annotations: boolean;
  /** The least confidence of a fact. */
  readonly least: number;
}

/** A line of a sorter is a key, U+0001, and what is kept under it. */
export const line = (key: string, value: string): string => `${key}\u0001${value}`;
export const valueOf = (kept: string): string => kept.slice(kept.lastIndexOf('\u0001') + 1);

const isDirect = (q: Quad): boolean => q.subject.value.includes('/entity/') && q.predicate.value.startsWith(NEWS);

/** What an article says, its graph as quads. */
export const createTeller = (engine: Engine, asked: Pick<Asked, 'annotations' | 'least'>) => (article: Article): { readonly quads: readonly Quad[]; readonly lines: Lines; readonly groups: readonly string[] } => {
  const read = engine.read(article);
  const x = atLeast(read, asked.least);
  const corrections = entriesOf(read, (of) => engine.quads(atLeast(of, asked.least)));
  const quads = engine.quads(x);
  const { claims, merges } = engine.claims(x);
  const events: Record<string, number> = {};
  let facts = x.relations.length;
  for (const e of x.events) {
    events[e.type] = (events[e.type] ?? 0) + 1;
    facts += e.roles.length;
  }
  return {
    quads, groups: read.groups ?? [],
    lines: {
      claims: claims.map((c) => line(claimKey(c), JSON.stringify(c))),
      merges: merges.map((m) => line(mergeKey(m), mergeRow(m))),
      annotation: asked.annotations ? line(inKey(article.id), JSON.stringify(toAnnotation(x, (id) => engine.known(id)?.wikidata || undefined))) : '',
      ...(corrections.length > 0 ? { corrections } : {}),
      counts: { entities: x.entities.length, facts, direct: quads.filter(isDirect).length, events },
    },
  };
};

export const createSpeaker = (engine: Engine, asked: Asked) => {
  const tell = createTeller(engine, asked);
  return (article: Article): Said => {
    const { quads, lines } = tell(article);
    return { graph: graphLine({ quads: sorted(quads, true), ...(asked.texts ? { article } : {}) }), ...lines };
  };
};
