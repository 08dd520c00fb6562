import { StoreFault, wrongAddress } from './fault.js';
import type { Prepared } from './prepared.js';
import { begun, finished, type Known } from './record.js';
import type { RemoteStore } from './store.js';
import { dropGraph, insertData } from './update-text.js';

/** What became of one graph: there, or not and why. */
export type Outcome = { readonly graph: Prepared; readonly fault?: StoreFault };

/** Puts graphs in the place of what the store has under their names, and records it. Only what would stop every other request too is thrown. */
export type SendBatch = (graphs: readonly Prepared[], before: Known) => Promise<Outcome[]>;

/** Statements of a graph that go into one request after a store found the whole too long. */
const PIECE = 1000;

/** By SPARQL 1.1 Update: many graphs a request. What a store refuses is sent again by halves, until the graph that it does not take stands alone. */
export function byUpdate(store: RemoteStore, base: string): SendBatch {
  const send: SendBatch = async (graphs, before) => {
    try {
      await store.update([
        ...begun(graphs.map((g) => g.iri), before, base),
        ...graphs.flatMap((g) => [dropGraph(g.iri), ...insertData(g.iri, g.triples)]),
        ...finished(graphs, base),
      ]);
      return graphs.map((graph) => ({ graph }));
    } catch (fault) {
      if (!(fault instanceof StoreFault) || wrongAddress(fault)) throw fault;
      if (graphs.length > 1) {
        const half = graphs.length >> 1;
        return [...await send(graphs.slice(0, half), before), ...await send(graphs.slice(half), before)];
      }
      const graph = graphs[0] as Prepared;
      return [tooLong(fault) && graph.triples.length > PIECE ? await inPieces(store, graph, before, base) : { graph, fault }];
    }
  };
  return send;
}

/**
 * By Graph Store Protocol: one request a graph, and two small ones a batch for the record. What a store does not take so it may take as an update: its limits
 * on requests differ, and to Virtuoso a literal of 300,000 characters is no Turtle.
 */
export function byGraphStore(store: RemoteStore, base: string): SendBatch {
  const otherwise = byUpdate(store, base);
  return async (graphs, before) => {
    await store.update(begun(graphs.map((g) => g.iri), before, base));
    const out: Outcome[] = [];
    for (const graph of graphs) {
      try {
        await store.put(graph.iri, graph.triples);
        out.push({ graph });
      } catch (fault) {
        if (!(fault instanceof StoreFault) || wrongAddress(fault)) throw fault;
        out.push(...await otherwise([graph], NOTHING));
      }
    }
    const there = out.filter((o) => o.fault === undefined).map((o) => o.graph);
    if (there.length > 0) await store.update(finished(there, base));
    return out;
  };
}

const NOTHING: Known = new Map();

/** 413, and what Virtuoso says instead of it. */
const tooLong = (f: StoreFault): boolean => f.status === 413 || /exceeded \d+ lines|stack overflow|memory exhausted/i.test(f.message);

/** A graph in several requests: for a moment a part of it is there, which the record knows. */
async function inPieces(store: RemoteStore, graph: Prepared, before: Known, base: string): Promise<Outcome> {
  try {
    await store.update([...begun([graph.iri], before, base), dropGraph(graph.iri)]);
    for (let i = 0; i < graph.triples.length; i += PIECE) await store.update(insertData(graph.iri, graph.triples.slice(i, i + PIECE)));
    await store.update(finished([graph], base));
    return { graph };
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault;
    return { graph, fault };
  }
}
