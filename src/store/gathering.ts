import type { Entry } from '../corrections/log.js';
import { createSettler, mergeKey, mergeRow, type Claim } from '../link/identities.js';
import { createGathered, UNCORRECTED, type Gathered, type Under } from './gathered.js';
import { createGraphs } from './graphs.js';
import { line, valueOf, type Said } from './said.js';
import { createSorter } from './sort.js';

/** What was read of articles, whatever their number: what does not fit in memory of a fixed size waits on the disk, and comes back in an order that does not depend on the order of reading. */
export interface Gathering extends Gathered {
  add(said: Said): void;
  /** To be called once, when all have been read: decides over all of them who is who. */
  settle(): Promise<void>;
  close(): void;
}

export function createGathering(under: Under = UNCORRECTED): Gathering {
  const graphs = createGraphs(), claims = createSorter(), merges = createSorter(), annotations = createSorter();
  const entries: Entry[] = [];
  let settlement = createSettler(() => {}).end();
  return {
    ...createGathered({ graphs: graphs.articles, merges: merges.sorted, annotations: annotations.sorted, corrections: () => entries }, () => settlement, under),
    add: (said) => {
      graphs.add(said.graph);
      said.claims.forEach(claims.add);
      said.merges.forEach(merges.add);
      if (said.annotation !== '') annotations.add(said.annotation);
      if (said.corrections) entries.push(...said.corrections);
    },
    settle: async () => {
      const settler = createSettler((m) => merges.add(line(mergeKey(m), mergeRow(m))), under.groups);
      for await (const kept of claims.sorted()) settler.add(JSON.parse(valueOf(kept)) as Claim);
      settlement = settler.end();
    },
    close: () => [graphs, claims, merges, annotations].forEach((s) => s.close()),
  };
}
