import type { Finding } from '../check/index.js';
import type { Quad } from '../graph/quads.js';
import type { Article } from '../model/article.js';
import type { Engine } from '../pipeline.js';
import { refusal, type Refusal } from '../store/collection/refused.js';
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

/** Statements that are checked at a time where each graph is judged alone anyway: so few that a lock is refreshed between them. */
const ALONE = 100_000;

/** A graph with the id of its article. */
type Named = Kept & { readonly id: string };

/**
 * Holds graphs to the gate one by one, so that what is refused of one does not depend on the others: all together first, which is faster, then those alone
 * in which errors are found. `refusals` are of single articles; `findings` are all that was found.
 */
export async function checkedAlone(graphs: AsyncIterable<Named>, engine: Engine): Promise<{ readonly findings: readonly Finding[]; readonly refusals: readonly Refusal[] }> {
  const { passing } = await import('../check/quarantine.js');
  const findings: Finding[] = [], refusals: Refusal[] = [];
  const look = (list: readonly Named[]) => passing({
    quads: list.flatMap((k) => k.quads), articles: new Map(list.flatMap((k) => (k.article ? [[k.quads[0]?.graph.value ?? '', k.article]] : []))), countryOf: engine.countryOf, names: engine.names,
  });
  let held: Named[] = [], size = 0;
  const done = async (): Promise<void> => {
    if (held.length === 0) return;
    const together = await look(held);
    findings.push(...together.findings);
    const graphs = new Set(together.refused.map((q) => q.graph.value));
    for (const kept of held) {
      const graph = kept.quads[0]?.graph.value ?? '';
      if (!graphs.has(graph)) continue;
      const alone = await look([kept]);
      if (alone.refused.length > 0) refusals.push(refusal(kept.id, graph, alone.refused, alone.findings.filter((f) => f.level === 'error')));
    }
    held = [];
    size = 0;
  };
  for await (const kept of graphs) {
    held.push(kept);
    size += kept.quads.length;
    if (size >= ALONE) await done();
  }
  await done();
  return { findings, refusals };
}
