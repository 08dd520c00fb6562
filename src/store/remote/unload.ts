import { recordOf } from './prepared.js';
import { createRecord } from './record.js';
import { removeGraphs, type Protocol } from './remove.js';
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
  const gone = new Map<string, readonly string[]>();
  let left = 0;
  for await (const page of createRecord(store, o.base).all()) {
    for (const [g, hashes] of page) {
      if (graphs === undefined || graphs.has(g)) gone.set(g, hashes);
      else left++;
    }
  }
  if (!o.dryRun) {
    await removeGraphs(gone, store, o);
    if (left === 0) await store.update([dropGraph(recordOf(o.base))]);
  }
  return { removed: gone.size, unknown: graphs === undefined ? 0 : [...graphs].filter((g) => !gone.has(g)).length, left };
}
