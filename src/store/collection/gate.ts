import type { Settlement } from '../../link/identities.js';
import { settledInOrder } from '../../link/settled.js';
import type { Kept } from '../graphs.js';
import type { At, Logs } from './log.js';
import type { Refusal } from './refused.js';

/** Where the record of an article lies. */
export interface Recorded {
  readonly id: string;
  readonly at: At;
}

/** The graphs of a collection that are new or read otherwise than before, in the order of their IRIs, and what was settled over all. */
export interface Changed {
  readonly folder: string;
  readonly records: readonly Recorded[];
  readonly settlement: Settlement;
  readonly logs: Logs;
}

/** Says what is not to be shown of graphs. */
export type Gate = (changed: Changed) => Promise<readonly Refusal[]>;

/** A graph with the id of its article. */
export type Named = Kept & { readonly id: string };

/** Bytes of packed graphs that are looked at together: some hundred thousand statements. */
const PAGE = 1_000_000;

/** Records in parts that can be looked at one by one, or at once: the same parts wherever that is done. */
export function pagesOf(records: readonly Recorded[], most = PAGE): Recorded[][] {
  const pages: Recorded[][] = [];
  let size = most;
  for (const record of records) {
    if (size >= most) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(record);
    size += record.at[3];
  }
  return pages;
}

/** The graphs of records as they are to be shown. */
export const graphsOf = (records: readonly Recorded[], { logs, settlement }: Pick<Changed, 'logs' | 'settlement'>): Named[] =>
  records.map(({ id, at }) => ({ id, quads: settledInOrder(logs.graph(at), settlement), article: logs.meta(at).article }));
