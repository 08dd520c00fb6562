import { StoreFault } from './fault.js';
import { bracketed, safeIri } from './iri.js';
import { recordOf, under } from './prepared.js';
import type { RemoteStore, Row } from './store.js';
import { deleteData, insertData } from './update-text.js';

/** Graphs that are hewal's, each with the hashes that are on record: none where it was begun and not finished, two where two machines wrote at once. */
export type Known = ReadonlyMap<string, readonly string[]>;

/**
 * What hewal has loaded into a store, kept in the store itself, in the graph `<base>loaded`: for every graph that it is hewal's, and the hash of what was
 * sent once it is there in full. Whoever empties the store empties the record with it, and any machine can go on where another stopped: a file
 * beside the target could do neither.
 */
export interface LoadRecord {
  /** What is known of these graphs. */
  of(graphs: readonly string[]): Promise<Known>;
  /** Everything, page by page. */
  all(): AsyncGenerator<Known>;
  /** How many graphs are on it. */
  size(): Promise<number>;
}

const NS = 'https://w3id.org/hewal/store#';
const A = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>', LOADED = `<${NS}LoadedGraph>`, HASH = `<${NS}sha256>`;

/** Rows a page. Virtuoso gives no more than 10,000 as Debian sets it up, and says nothing about the others. */
const PAGE = 1000;

export function createRecord(store: RemoteStore, base: string): LoadRecord {
  const ask = (first: string, last: string): Promise<Row[]> =>
    store.select(`SELECT ?g ?h WHERE { ${first} GRAPH ${bracketed(recordOf(base))} { ?g ${A} ${LOADED} OPTIONAL { ?g ${HASH} ?h } } ${last}`);
  return {
    of: async (graphs) => (graphs.length === 0 ? new Map() : known(await ask(`VALUES ?g { ${graphs.map(bracketed).join(' ')} }`, '}'), base)),
    all: async function* all() {
      for (let last = ''; ;) {
        const rows = await ask('', `FILTER (isIRI(?g) && STR(?g) > "${last}") } ORDER BY STR(?g) LIMIT ${PAGE}`);
        const page = known(rows, base);
        if (page.size > 0) yield page;
        const next = rows.at(-1)?.['g'] ?? '';
        if (rows.length < PAGE) return;
        if (!safeIri(next) || next === last) throw new StoreFault('lasting', 'the record of what was loaded cannot be read to its end');
        last = next;
      }
    },
    size: async () => Number((await store.select(`SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ${bracketed(recordOf(base))} { ?g ${A} ${LOADED} } }`))[0]?.['n'] ?? 0),
  };
}

/** Whoever can write to the store can write there: what comes back is checked before it goes into a request of ours. */
function known(rows: readonly Row[], base: string): Known {
  const out = new Map<string, string[]>();
  for (const { g = '', h } of rows) {
    if (!safeIri(g) || !under(g, base)) continue;
    const hashes = out.get(g) ?? [];
    if (h !== undefined && /^[0-9a-f]{64}$/.test(h)) hashes.push(h);
    out.set(g, hashes);
  }
  return out;
}

const isOurs = (g: string): string => `${bracketed(g)} ${A} ${LOADED} .`;
const hasHash = (g: string, hash: string): string => `${bracketed(g)} ${HASH} "${hash}" .`;

/** Operations that say: these graphs are being written. */
export const begun = (graphs: readonly string[], before: Known, base: string): string[] => [
  ...deleteData(recordOf(base), graphs.flatMap((g) => (before.get(g) ?? []).map((hash) => hasHash(g, hash)))),
  ...insertData(recordOf(base), graphs.map(isOurs)),
];

/** Operations that say: these graphs are there, with this content. */
export const finished = (graphs: readonly { readonly iri: string; readonly hash: string }[], base: string): string[] => insertData(recordOf(base), graphs.map((g) => hasHash(g.iri, g.hash)));

/** Operations that say: these graphs are gone. */
export const forgotten = (graphs: Known, base: string): string[] => deleteData(recordOf(base), [...graphs].flatMap(([g, hashes]) => [isOurs(g), ...hashes.map((hash) => hasHash(g, hash))]));
