import { StoreFault } from './fault.js';
import { grouped, nameLength, NAMES } from './grouped.js';
import { prepare, type NamedGraph, type Prepared } from './prepared.js';
import { readBack } from './read-back.js';
import { createRecord, type Known } from './record.js';
import { removeGraphs, type Protocol } from './remove.js';
import { same } from './same.js';
import { byGraphStore, byUpdate } from './send-batch.js';
import type { RemoteStore } from './store.js';

export interface LoadOptions {
  /** The IRI under which the articles were named, with its slash: only graphs under it are touched. */
  readonly base: string;
  readonly protocol: Protocol;
  /** What goes into one update: octets of statements (a graph that is larger goes alone), and graphs. */
  readonly limits: { readonly bytes: number; readonly graphs: number };
  /** Sends what the record says is there all the same. */
  readonly force?: boolean;
  /** Removes graphs on record that are not among those given. */
  readonly prune?: boolean;
  /** Writes nothing. */
  readonly dryRun?: boolean;
  /** Reads every graph back and compares it. */
  readonly verify?: boolean;
}

/** Told of what happens, as it happens. */
export interface Listener {
  /** A graph is done with. */
  done?(): void;
  /** A graph is not in the store as it should be, and why. */
  failed(graph: string, why: string, hint: string): void;
}

export interface Loaded {
  /** Graphs that were sent (in a dry run: that would be) and their statements. */
  sent: number;
  triples: number;
  /** Graphs that were there already. */
  unchanged: number;
  /** Graphs that were removed (in a dry run: that would be). */
  removed: number;
  failed: number;
  /** Graphs read back and found to be as they were sent. */
  verified: number;
}

const PERMANENT = 'the others are loaded; mend it and run the same command again';

/**
 * Loads graphs into a store: replaces, never appends; leaves out what the record says is there. A graph that the store refuses is told of and the others
 * go on. Throws a `UserError` when no request has a chance any more; what was sent until then is on record, so that the next run goes on from there.
 */
export async function load(graphs: AsyncIterable<NamedGraph>, store: RemoteStore, o: LoadOptions, tell: Listener): Promise<Loaded> {
  const count: Loaded = { sent: 0, triples: 0, unchanged: 0, removed: 0, failed: 0, verified: 0 };
  const record = createRecord(store, o.base);
  const send = o.protocol === 'gsp' ? byGraphStore(store, o.base) : byUpdate(store, o.base);
  const wanted = new Set<string>();
  const failed = (iri: string, why: string, hint: string): void => {
    count.failed++;
    tell.failed(iri, why, hint);
  };

  async function* ready(): AsyncGenerator<Prepared> {
    for await (const graph of graphs) {
      const p = prepare(graph, o.base);
      if ('why' in p) {
        failed(p.iri, p.why, p.hint);
        tell.done?.();
        continue;
      }
      wanted.add(p.iri);
      yield p;
    }
  }

  async function verified(graph: Prepared): Promise<void> {
    try {
      const { quads, count: there } = await readBack(store, graph);
      const difference = same(graph.triples, quads) ?? (there === quads.length ? undefined : `${there} statements are there`);
      if (difference === undefined) count.verified++;
      else failed(graph.iri, `what the store has is not what was sent: ${difference}`, 'something changed it there, or the store cannot keep it: load it again with --force');
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
      failed(graph.iri, `cannot be read back: ${fault.message}`, 'ask the store for it by hand');
    }
  }

  for await (const batch of grouped(ready(), (g) => [g.bytes, 1, nameLength(g.iri)], [o.limits.bytes, o.limits.graphs, NAMES])) {
    const before = await record.of(batch.map((g) => g.iri));
    const changed = o.force ? batch : batch.filter((g) => !isThere(g, before));
    const there = batch.filter((g) => !changed.includes(g));
    count.unchanged += there.length;
    const outcomes = o.dryRun || changed.length === 0 ? changed.map((graph) => ({ graph, fault: undefined })) : await send(changed, before);
    for (const { graph, fault } of outcomes) {
      if (fault) {
        failed(graph.iri, fault.message, fault.status === 413 ? 'the store takes no request of this size: raise its limit' : PERMANENT);
        continue;
      }
      count.sent++;
      count.triples += graph.triples.length;
      if (!o.dryRun) there.push(graph);
    }
    if (o.verify && !o.dryRun) for (const graph of there) await verified(graph);
    for (const _ of batch) tell.done?.();
  }

  if (o.prune && count.failed === 0) count.removed = await prune(record.all(), wanted, store, o);
  return count;
}

const isThere = (g: Prepared, before: Known): boolean => {
  const hashes = before.get(g.iri);
  return hashes?.length === 1 && hashes[0] === g.hash;
};

/** Collected first: a record that is read page by page must not change meanwhile. */
async function prune(pages: AsyncIterable<Known>, wanted: ReadonlySet<string>, store: RemoteStore, o: LoadOptions): Promise<number> {
  const gone = new Map<string, readonly string[]>();
  for await (const page of pages) for (const [g, hashes] of page) if (!wanted.has(g)) gone.set(g, hashes);
  if (!o.dryRun) await removeGraphs(gone, store, o);
  return gone.size;
}
