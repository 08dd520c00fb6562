import { join } from 'node:path';
import type { Quad } from 'n3';
import type { Claim, Settlement } from '../../link/identities.js';
import { settledInOrder } from '../../link/settled.js';
import { valueOf } from '../said.js';
import { isPart, makeFolder, namesIn, remove, writeFile } from './disk.js';
import type { Logs } from './log.js';
import type { Row } from './manifest.js';
import { fileOf, packGraph } from './record.js';
import type { Refusals } from './refused.js';

/** The graph of an article as everybody is shown it: settled, in order, without what the gate refused. */
export function shownGraph(row: Row, logs: Logs, settlement: Settlement, refusals: Refusals): readonly Quad[] {
  const quads = settledInOrder(logs.graph(row.at), settlement);
  const refused = refusals.keysOf(row.id);
  return refused ? quads.filter((q) => !refused.has(`${q.subject.id}\u0000${q.predicate.id}\u0000${q.object.id}`)) : quads;
}

/** Writes articles' files. Most graphs are as they were read, and their bytes are copied as they lie in the log. */
export function createView(folder: string, logs: Logs, settlement: Settlement, refusals: Refusals): (row: Row) => void {
  const renamed = new Set([...settlement.renamed.keys()].map((key) => key.slice(0, key.indexOf(' '))));
  const labelled = new Set([...settlement.labels.keys()].map((key) => key.slice(key.indexOf(' ') + 1)));
  const settledAnew = (iri: string): boolean => labelled.has(iri) || settlement.joined.has(iri);
  const asRead = (row: Row): boolean => !renamed.has(row.iri) && !refusals.keysOf(row.id)
    && (labelled.size + settlement.joined.size === 0 || logs.meta(row.at).claims.every((c) => !settledAnew((JSON.parse(valueOf(c)) as Claim).iri)));
  return (row) => {
    const path = join(folder, fileOf(row.id));
    makeFolder(join(path, '..'));
    writeFile(path, asRead(row) ? logs.packed(row.at) : packGraph(shownGraph(row, logs, settlement, refusals)));
  };
}

/** Removes files of articles that the collection does not hold, and tells which of its own are missing. */
export function missing(folder: string, rows: readonly Row[]): Row[] {
  const there = new Set<string>();
  for (const sub of namesIn(join(folder, 'articles'))) {
    if (!/^[0-9a-f]{2}$/.test(sub)) continue;
    for (const name of namesIn(join(folder, 'articles', sub))) {
      if (isPart(name)) remove(join(folder, 'articles', sub, name));
      else if (/^[0-9a-f]{64}\.nq\.gz$/.test(name)) there.add(`articles/${sub}/${name}`);
    }
  }
  const gone: Row[] = [];
  for (const row of rows) if (!there.delete(fileOf(row.id))) gone.push(row);
  for (const stray of there) remove(join(folder, stray));
  return gone;
}
