import { grouped, nameLength, NAMES } from './grouped.js';
import { safeIri } from './iri.js';
import { recordOf } from './prepared.js';
import { createRecord, type Known, type LoadRecord } from './record.js';
import { AT_ONCE, removeGraphs, type Protocol } from './remove.js';
import type { RemoteStore } from './store.js';
import { dropGraph } from './update-text.js';

export interface UnloadOptions {
  readonly base: string;
  readonly protocol: Protocol;
  readonly dryRun?: boolean;
}

export interface Unloaded {
  /** Graphs that were removed (in a dry run: that would be). */
  removed: number;
  /** Graphs asked for that are not on record: they were never loaded, or by somebody else, and are left alone. */
  unknown: number;
  /** Graphs that stay on record. */
  left: number;
}

/**
 * Removes what hewal has loaded, and nothing else: the graphs named, or with `undefined` all of the base. The record goes when nothing is left on it.
 * Throws a `StoreFault` or `UserError` where the store does not do it; what was removed until then is off the record.
 */
export async function unload(graphs: ReadonlySet<string> | undefined, store: RemoteStore, o: UnloadOptions): Promise<Unloaded> {
  const record = createRecord(store, o.base);
  const gone = new Map<string, readonly string[]>();
  for await (const page of graphs === undefined ? record.all() : named(graphs, record)) for (const [g, hashes] of page) gone.set(g, hashes);
  const left = await record.size() - gone.size;
  if (!o.dryRun) {
    await removeGraphs(gone, store, o);
    if (left === 0) await store.update([dropGraph(recordOf(o.base))]);
  }
  return { removed: gone.size, unknown: graphs === undefined ? 0 : graphs.size - gone.size, left };
}

/** What is on record of these graphs, some at a time. */
async function* named(graphs: ReadonlySet<string>, record: LoadRecord): AsyncGenerator<Known> {
  for await (const some of grouped([...graphs].filter(safeIri), (g) => [1, nameLength(g)], [AT_ONCE, NAMES])) yield record.of(some);
}
