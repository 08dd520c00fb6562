import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../link/identities.js';
import type { Groups } from '../../link/joined.js';
import { UserError } from '../../model/note.js';
import { valueOf } from '../said.js';
import { createSorter, type Sorter } from '../sort.js';
import { createBreath } from './breath.js';
import { writeFile } from './disk.js';
import { hashOf, type Head } from './manifest.js';
import { changes, thingOf, type Thing } from './things.js';

/**
 * The claims of all articles, in shards by IRI, beside what was settled of them: a change of a few articles reads and writes the shards of their things and
 * settles those things anew, nothing else. Files of shards are never written over; the manifest says which are in use.
 */
type Shards = Head['shards'];

const nameOf = (kind: 'claims' | 'things', shard: string, generation: number): string => `${kind}-${shard}-${generation}.jsonl`;

/** The files of the shards that are in use. */
export const shardFiles = (shards: Shards): string[] => Object.entries(shards).flatMap(([shard, [generation]]) => [nameOf('claims', shard, generation), nameOf('things', shard, generation)]);

/** FNV-1a, of which eight bits name the shard. */
function shardOf(iri: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < iri.length; i++) hash = Math.imul(hash ^ iri.charCodeAt(i), 0x01000193);
  return (((hash >>> 24) ^ hash) & 0xff).toString(16).padStart(2, '0');
}

const iriOf = (line: string): string => line.slice(0, line.indexOf('\u0001'));

/**
 * A claim as a line of a shard: IRI, key of the article, graph, and what the article says. What it says is a text of its own because most articles say the same
 * of a thing that many name, so that few texts have to be read. Lines are in the order of `claimKey`. A line without the last two takes a claim away.
 */
const lineOf = (claim: string): string => {
  const { graph, labels, listed, posts, countries } = JSON.parse(valueOf(claim)) as Claim;
  return `${claim.slice(0, claim.lastIndexOf('\u0001'))}\u0001${graph}\u0001${JSON.stringify({ labels, listed, posts, countries })}`;
};
const fieldsOf = (line: string): string[] => line.split('\u0001');

/** What is added to the claims and taken away, in any order and any number. */
export interface Delta {
  add(claim: string): void;
  take(claim: string): void;
  sorted: Sorter['sorted'];
  close(): void;
}

/** What does not fit in memory waits in the collection's own folder: a run that is killed leaves it where the next one removes it. */
export function createDelta(folder: string): Delta {
  const sorter = createSorter(undefined, join(folder, 'store'));
  return {
    add: (claim) => sorter.add(`${shardOf(iriOf(claim))}\u0001${lineOf(claim)}`),
    take: (claim) => sorter.add(`${shardOf(iriOf(claim))}\u0001${claim.slice(0, claim.lastIndexOf('\u0001'))}`),
    sorted: sorter.sorted, close: sorter.close,
  };
}

/** Reads a file of a shard. Throws a `UserError` when it is not what was written. */
function linesOf(folder: string, kind: 'claims' | 'things', shard: string, [generation, claims, things]: Shards[string]): string[] {
  const path = join(folder, 'store', nameOf(kind, shard, generation));
  const text = readFileSync(path);
  if (hashOf(text) !== (kind === 'claims' ? claims : things)) throw new UserError(`is damaged: store/${nameOf(kind, shard, generation)} is not what was written`, `"hewal add ${folder}" makes it again from what the collection keeps`, folder);
  return text.toString('utf8').split('\n').filter(Boolean);
}

export function* thingsIn(folder: string, shards: Shards): Generator<Thing> {
  for (const [shard, files] of Object.entries(shards)) for (const line of linesOf(folder, 'things', shard, files)) yield JSON.parse(line) as Thing;
}

/** What settling anew gave. */
export interface Resettled {
  readonly shards: Shards;
  /** Graphs that read otherwise than before. */
  readonly graphs: ReadonlySet<string>;
}

/** The Wikidata id of an entry of the name lists, by its IRI. */
export type Wikidata = (iri: string) => string | undefined;

/** An entity that is kept apart from another of its name has its number behind it: the IRIs under which an entity may be claimed. */
const claimed = (iri: string): string[] => [iri, ...(/-\d+$/.test(iri) ? [iri.replace(/-\d+$/, '')] : [])];

/** The graphs in which an entity is claimed by its IRI. */
export function* graphsNaming(folder: string, shards: Shards, iri: string): Generator<string> {
  const files = shards[shardOf(iri)];
  if (files) for (const line of linesOf(folder, 'claims', shardOf(iri), files)) if (iriOf(line) === iri) yield fieldsOf(line)[2] ?? '';
}

/** Applies changes of claims, and settles what they touch. Files of another generation stay as they are. `groups`: entities that are one now; `regrouped`: those of groups that changed. */
export async function resettle(folder: string, shards: Shards, delta: Delta, generation: number, wikidata: Wikidata | undefined, groups: Groups, regrouped: ReadonlySet<string>): Promise<Resettled> {
  const next: Record<string, Shards[string]> = { ...shards };
  const graphs = new Set<string>(), others = new Set<string>(regrouped);
  let shard = '', lines: string[] = [];
  const breath = createBreath();
  const done = (): void => {
    if (lines.length === 0) return;
    const files = next[shard];
    const old = files ? { claims: linesOf(folder, 'claims', shard, files), things: linesOf(folder, 'things', shard, files).map((l) => JSON.parse(l) as Thing) } : { claims: [], things: [] };
    const made = applied(old.claims, old.things, lines, graphs, others, wikidata, groups);
    delete next[shard];
    if (made.claims.length > 0) next[shard] = [generation, put('claims', made.claims), put('things', made.things)];
    lines = [];
  };
  const put = (kind: 'claims' | 'things', list: readonly string[]): string => {
    const bytes = Buffer.from(list.map((l) => `${l}\n`).join(''));
    writeFile(join(folder, 'store', nameOf(kind, shard, generation)), bytes);
    return hashOf(bytes);
  };
  for await (const line of delta.sorted()) {
    const at = line.indexOf('\u0001');
    if (line.slice(0, at) !== shard) {
      done();
      await breath();
    }
    shard = line.slice(0, at);
    lines.push(line.slice(at + 1));
  }
  done();
  for (const iri of new Set([...others].flatMap(claimed))) for (const graph of graphsNaming(folder, next, iri)) graphs.add(graph);
  return { shards: Object.fromEntries(Object.entries(next).sort()), graphs };
}

/** One shard after its changes. */
function applied(claims: readonly string[], things: readonly Thing[], delta: readonly string[], graphs: Set<string>, others: Set<string>, wikidata: Wikidata | undefined, of: Groups): { claims: string[]; things: string[] } {
  const groups = grouped(claims), changed = grouped(delta);
  const before = new Map(things.map((t) => [t.iri, t])), after = new Map(before);
  for (const [iri, lines] of changed) {
    const gone = new Set(lines.filter((l) => fieldsOf(l).length === 2));
    const group = [...(groups.get(iri) ?? []).filter((l) => !gone.has(l.slice(0, l.indexOf('\u0001', iri.length + 1)))), ...lines.filter((l) => !gone.has(l))].sort((a, b) => (a < b ? -1 : 1));
    const said = claimsOf(iri, group);
    const thing = said.length > 0 ? thingOf(iri, said, (wikidata ? wikidata(iri) : before.get(iri)?.wikidata) ?? '') : undefined;
    const c = changes(before.get(iri), thing, said);
    c.graphs.forEach((g) => graphs.add(g));
    c.others.forEach((o) => others.add(o));
    // what one of a group is called may be what all are called
    for (const p of [...(before.get(iri)?.parties ?? []), ...(thing?.parties ?? [])]) {
      const group = of.get(p.iri);
      if (group) for (const o of [group.root, ...group.members]) others.add(o);
    }
    if (thing) {
      groups.set(iri, group);
      after.set(iri, thing);
    } else {
      groups.delete(iri);
      after.delete(iri);
    }
  }
  const iris = [...groups.keys()].sort();
  return { claims: iris.flatMap((i) => groups.get(i) ?? []), things: iris.map((i) => JSON.stringify(after.get(i))) };
}

/** Lines by their IRI; lines of one IRI stand together. */
function grouped(lines: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let start = '', group: string[] = [];
  for (const line of lines) {
    if (start === '' || !line.startsWith(start)) {
      const iri = iriOf(line);
      start = `${iri}\u0001`;
      groups.set(iri, (group = []));
    }
    group.push(line);
  }
  return groups;
}

function claimsOf(iri: string, group: readonly string[]): Claim[] {
  const read = new Map<string, Pick<Claim, 'labels' | 'listed' | 'posts' | 'countries'>>();
  return group.map((line) => {
    const [, , graph = '', text = ''] = fieldsOf(line);
    let said = read.get(text);
    if (!said) read.set(text, (said = JSON.parse(text) as Pick<Claim, 'labels' | 'listed' | 'posts' | 'countries'>));
    return { article: '', name: '', iri, graph, ...said };
  });
}
