import { forgotten, type Known } from './record.js';
import type { RemoteStore } from './store.js';
import { dropGraph } from './update-text.js';

/** How graphs are written: one request each (Graph Store Protocol), or many a request (SPARQL 1.1 Update). */
export type Protocol = 'gsp' | 'update';

/** Graphs that are asked about, or removed, in one request. */
export const AT_ONCE = 100;

/** Removes graphs that are on record, and what the record says of them: last, so that one which was stopped between is not forgotten. */
export async function removeGraphs(graphs: Known, store: RemoteStore, o: { readonly base: string; readonly protocol: Protocol }): Promise<void> {
  const all = [...graphs];
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const some = all.slice(i, i + AT_ONCE);
    if (o.protocol === 'gsp') for (const [g] of some) await store.remove(g);
    await store.update([...(o.protocol === 'update' ? some.map(([g]) => dropGraph(g)) : []), ...forgotten(new Map(some), o.base)]);
  }
}
