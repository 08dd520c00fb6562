import type { Finding } from '../check/index.js';
import type { Quad } from '../graph/quads.js';
import type { Article } from '../model/article.js';
import type { Engine } from '../pipeline.js';
import type { Kept } from '../store/graphs.js';

/** Statements that are checked at a time: contradictions are looked for between the articles of so many. */
const CHECKED = 1_000_000;

/** What the gate found, and what it refuses. */
export interface Held {
  readonly findings: readonly Finding[];
  readonly refused: readonly Quad[];
}

/** Holds graphs to the gate, as many at a time as `CHECKED` statements make. */
export async function checked(graphs: AsyncIterable<Kept>, engine: Engine): Promise<Held> {
  const { passing } = await import('../check/quarantine.js');
  const findings: Finding[] = [], refused: Quad[] = [];
  let quads: Quad[] = [];
  let articles = new Map<string, Article>();
  const done = async (): Promise<void> => {
    if (quads.length === 0) return;
    const split = await passing({ quads, articles, countryOf: engine.countryOf, names: engine.names });
    findings.push(...split.findings);
    for (const q of split.refused) refused.push(q);
    quads = [];
    articles = new Map();
  };
  for await (const kept of graphs) {
    for (const q of kept.quads) quads.push(q);
    const graph = kept.quads[0]?.graph.value;
    if (graph !== undefined && kept.article) articles.set(graph, kept.article);
    if (quads.length >= CHECKED) await done();
  }
  await done();
  return { findings, refused };
}
